// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assetkind.h"
#include "core/optionlist.h"
#include "core/priority.h"
#include "core/result.h"
#include "net/httpclient.h"
#include "rules/custommapping.h"
#include "rules/fieldmap.h"
#include "rules/remoterecord.h"
#include "rules/syncsettings.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace tandem {

/** What a connection test found. */
struct ServerInfo {
    QString product; ///< the PSA's name and version, for people
    QString company; ///< the tenant's name
    QString baseUrl; ///< where requests go
    int callsUsed = -1; ///< of the calls that the tenant has in its window, by all programs; -1: the PSA does not say
    int callLimit = 0;
    QString warning = {}; ///< translated: what a person should know before they sync with this tenant; or empty
};

/** Where a list of a kind stands; an opaque cursor that only the client that made it reads. */
struct PageRequest {
    QString cursor;             ///< empty: from the start
    QDateTime changedSince;     ///< UTC; invalid: everything
    QString organizationId;     ///< remote id; kinds that are only reachable below their organization need it
    int size = 1000;            ///< rows wanted; the PSA may give fewer
    Priority priority = Priority::Background;
};

struct RemotePage {
    QList<RemoteRecord> records;
    QString nextCursor; ///< empty: this was the last page
};

/**
 * One PSA tenant, spoken to in Tandem's words. A client translates; it decides nothing, stores nothing, and never
 * repeats a write by itself. It lives in the engine's thread and must outlive its running tasks. Every task ends: with a
 * value, or with an Error whose code says whether a write may have been applied (`OutcomeUnknown`) or surely was not.
 */
class PsaClient
{
    Q_DISABLE_COPY_MOVE(PsaClient)
public:
    PsaClient() = default;
    virtual ~PsaClient();

    /** Discovers where the tenant lives and proves the credentials. */
    virtual QCoro::Task<Result<ServerInfo>> signIn() = 0;
    /** All values of a list, inactive ones too. Lists the PSA does not have answer an empty list. */
    virtual QCoro::Task<Result<QList<RemoteOption>>> options(OptionList list) = 0;
    /** One forward-only page, ordered by the PSA's id. Its records come without `wire`: `read` one before it is written. */
    virtual QCoro::Task<Result<RemotePage>> page(AssetKind kind, PageRequest request) = 0;
    /** How many records a list has, for progress; -1 when the PSA cannot say. */
    virtual QCoro::Task<Result<qint64>> count(AssetKind kind, PageRequest request) = 0;
    /** `NotFound` when the PSA has no such record. */
    virtual QCoro::Task<Result<RemoteRecord>> read(AssetKind kind, RemoteKey key) = 0;
    /** Those of the keys that exist, in any order, in as few calls as the PSA allows. */
    virtual QCoro::Task<Result<QList<RemoteRecord>>> readMany(AssetKind kind, QList<RemoteKey> keys) = 0;
    /** Answers the record as the PSA now has it, with `children` that it made besides. */
    virtual QCoro::Task<Result<RemoteRecord>> create(AssetKind kind, RemoteValues values) = 0;
    /**
     * Sends only `changes` (a null clears the field). `current` is the record as it was just read: it carries what a
     * write needs besides, such as ids of communications; of a field with alternatives its `values` hold the one that the
     * change replaces. Answers the record as the PSA now has it.
     */
    virtual QCoro::Task<Result<RemoteRecord>> update(RemoteRecord current, RemoteValues changes) = 0;
    /**
     * Records that could be the same as one with these values, by unique key where the PSA has one, else by its
     * organization and name; the exact decision is `matching.h`'s. For read-backs after an unknown create and for D2.
     */
    virtual QCoro::Task<Result<QList<RemoteRecord>>> findSimilar(AssetKind kind, RemoteValues values) = 0;
    /** The page of a record in the PSA's web application; empty when not known. */
    [[nodiscard]] virtual QUrl webLink(AssetKind kind, RemoteKey key) const = 0;

    /** A cheap request that needs no sign-in, with which the door finds out whether the PSA is back; empty: none. */
    [[nodiscard]] virtual std::optional<HttpRequest> probe() const;
    /** Whether `page` lists a kind as a whole; false: only below an organization. */
    [[nodiscard]] virtual bool listsAll(AssetKind kind) const;
    /** The platform's map with the custom fields of the integration; to be said before the first request. */
    virtual void useMap(const FieldMap &map);
    /** Choices of Sync Settings that fill what the PSA requires; to be said before the first write and when they change. */
    virtual void useSettings(const SyncSettings &settings);
    /** What a person may choose for a `PlatformSetting` of the kind Search; `search` is a part of its name or empty. */
    virtual QCoro::Task<Result<QList<SettingChoice>>> settingChoices(QString key, QString search);
    /** Whether `options` gives the list as a whole; false: only values that were met, and the others still stand. */
    [[nodiscard]] virtual bool tellsAll(OptionList list) const;
    /** As in `ServerInfo`: what a person should know about this tenant, asked again at each sync. */
    virtual QCoro::Task<QString> warning();
    /**
     * The custom fields of a kind as this tenant has them now; none where the PSA keeps none. `NotFound` when it
     * cannot tell. */
    virtual QCoro::Task<Result<QList<TenantField>>> customFields(AssetKind kind);
    /** The longest texts of a kind as this tenant has them; empty: those of the map hold. */
    virtual QCoro::Task<Result<FieldLengths>> fieldLengths(AssetKind kind);
};

} // namespace tandem
