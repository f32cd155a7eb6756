// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"
#include "core/result.h"
#include "store/database.h"
#include "store/integration.h"
#include "store/link.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <utility>

namespace tandem {

/** The value; an error ends the test program with its words, as nothing after it would make sense. */
template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/** A database of its own in a folder of its own, and shorthands for what most tests put into it. */
class StoreFixture final {
    Q_DISABLE_COPY_MOVE(StoreFixture)
public:
    StoreFixture();
    ~StoreFixture();

    [[nodiscard]] QString path() const;
    [[nodiscard]] Database &database();
    /** Closes and opens it, as the next start of the program does. */
    void reopen();
    /** The moment at which everything in tests happens, unless it says otherwise. */
    [[nodiscard]] static QDateTime now();

    IntegrationId addIntegration(const QString &name = QStringLiteral("Main"), bool twoWay = true);
    void changeIntegration(IntegrationId id, const std::function<void(Integration &)> &change);
    RecordId add(AssetKind kind, const FieldValues &fields, RecordSource source = RecordSource::Manual);
    RecordId addOrganization(const QString &name);
    RecordId addConfiguration(RecordId organization, const QString &name, FieldValues fields = {});
    RecordId addContact(RecordId organization, const QString &firstName, FieldValues fields = {});
    RecordId addLocation(RecordId organization, const QString &name, FieldValues fields = {});
    /** A link's row in this state; an empty remote id leaves the record unlinked. */
    Link addLink(IntegrationId integration, RecordId record, AssetKind kind, SyncState state,
                 const QString &remoteId = {}, const RemoteValues &baseline = {});
    [[nodiscard]] qint64 count(const QString &table);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

} // namespace tandem
