// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/directory/directoryservice.h"
#include "support/enginefixture.h"

#include <memory>

namespace tandem {

/** An engine and what talks to directories, on a profile of its own, with an organization to feed. */
class DirectoryFixture final {
    Q_DISABLE_COPY_MOVE(DirectoryFixture)
public:
    explicit DirectoryFixture(LdapPatience patience = {});
    ~DirectoryFixture();

    [[nodiscard]] EngineFixture &office();
    [[nodiscard]] DirectoryService &service();
    [[nodiscard]] RecordId organization() const;
    /** Another one to feed. */
    void setOrganization(RecordId id);

    /** Stores the connection; the organization is that of the fixture. */
    DirectoryId add(Directory directory, const QString &password);
    [[nodiscard]] Result<DirectorySummary> trySync(DirectoryId id, DirectoryMode mode);
    /** Fails the running test when it ends with an error. */
    DirectorySummary sync(DirectoryId id, DirectoryMode mode = DirectoryMode::Delta);
    [[nodiscard]] Result<DirectoryTest> test(const Directory &directory, const QString &password);
    [[nodiscard]] DirectoryStatus status(DirectoryId id);
    RecordId contact(const QString &firstName, const QString &lastName, const FieldValues &fields = {});
    [[nodiscard]] std::optional<DirectoryFacts> facts(RecordId id);

private:
    EngineFixture m_office;
    std::unique_ptr<DirectoryService> m_service;
    RecordId m_organization = 0;
};

/** The line of the user with this account; a default one when there is none. */
[[nodiscard]] DirectoryLine lineOf(const DirectorySummary &summary, const QString &account);

} // namespace tandem
