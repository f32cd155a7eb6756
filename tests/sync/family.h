// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/enginefixture.h"

namespace tandem {

/** Ids of the records of one new organization. */
struct Family {
    RecordId organization = 0;
    RecordId location = 0;
    RecordId contact = 0;
    RecordId configuration = 0;

    [[nodiscard]] QList<RecordId> all() const;
};

/** What of a family differs from PSA to PSA: fields that are added to its records. */
struct FamilyTraits {
    QString phoneLabel; ///< of the contact's first phone
    FieldValues location = {};
    FieldValues configuration = {}; ///< at least its type
};

/** "Acme", a customer that is active; saved, not pushed. */
RecordId makeOrganization(EngineFixture &fixture);
/** "Acme" with a head office, the contact Ann Lee and the configuration ACME-SRV1; saved, not pushed. */
Family makeFamily(EngineFixture &fixture, const FamilyTraits &traits);

} // namespace tandem
