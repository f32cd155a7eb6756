// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/autotask/autotaskapi.h"
#include "psa/autotask/autotaskproducts.h"
#include "psa/autotask/autotaskwire.h"
#include "psa/psaclient.h"
#include "rules/fieldmap.h"
#include "rules/syncsettings.h"

#include <QCoreApplication>
#include <QSet>

#include <array>
#include <coroutine>
#include <memory>
#include <vector>

namespace tandem {

/**
 * Autotask PSA, REST API 1.0. What it knows of the PSA comes from the vendor's help pages and the public
 * clients and reports that are named in the project's facts.
 *
 * Everything is read by queries, which answer the same for every entity, and never by id, where the sources
 * disagree on what a missing record looks like. Reads of single records that meet while one is under way go
 * together in one query. Every write is followed by a read, since the API answers the id only and drops what
 * it does not know without a word; a write whose read fails is `OutcomeUnknown`. Deletes leave no trace here:
 * only a pull of everything finds them.
 */
class AutotaskClient final : public PsaClient {
    Q_DECLARE_TR_FUNCTIONS(tandem::AutotaskClient)
    Q_DISABLE_COPY_MOVE(AutotaskClient)
public:
    /** Credentials as for `AutotaskApi`. `http` must outlive the client. */
    AutotaskClient(const QString &address, const Credentials &credentials, HttpClient *http,
                   const FieldMap &map);
    ~AutotaskClient() override;

    QCoro::Task<Result<ServerInfo>> signIn() override;
    /** The statuses are the active flag, labels are fixed, and people who are API-only users are left out. */
    QCoro::Task<Result<QList<RemoteOption>>> options(OptionList list) override;
    /** Locations have no date of change: what changed since some moment is all of them. */
    QCoro::Task<Result<RemotePage>> page(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<qint64>> count(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<RemoteRecord>> read(AssetKind kind, RemoteKey key) override;
    QCoro::Task<Result<QList<RemoteRecord>>> readMany(AssetKind kind, QList<RemoteKey> keys) override;
    /** A configuration needs a product, which is looked up, and made where the settings allow it, before. */
    QCoro::Task<Result<RemoteRecord>> create(AssetKind kind, RemoteValues values) override;
    QCoro::Task<Result<RemoteRecord>> update(RemoteRecord current, RemoteValues changes) override;
    QCoro::Task<Result<QList<RemoteRecord>>> findSimilar(AssetKind kind, RemoteValues values) override;
    void useMap(const FieldMap &map) override;
    QCoro::Task<Result<QList<TenantField>>> customFields(AssetKind kind) override;
    [[nodiscard]] QUrl webLink(AssetKind kind, RemoteKey key) const override;

    [[nodiscard]] std::optional<HttpRequest> probe() const override;
    [[nodiscard]] bool listsAll(AssetKind kind) const override;
    void useSettings(const SyncSettings &settings) override;
    QCoro::Task<Result<QList<SettingChoice>>> settingChoices(QString key, QString search) override;
    QCoro::Task<Result<FieldLengths>> fieldLengths(AssetKind kind) override;

private:
    using Rows = QHash<QString, QJsonObject>;
    /** Rows by id, with everything that they refer to. */
    struct Found {
        Rows rows;
        autotask::Surroundings surroundings;
    };

    /** Reads by id that go together, from the first that asks until the query leaves. */
    struct Batch {
        QStringList ids;
        QHash<QString, QString> knownLocations; ///< main ones, by company
        std::optional<Result<Found>> outcome;
        std::vector<std::coroutine_handle<>> waiters;
    };
    /** What the others of a batch wait on. */
    struct Landing;
    /** The reads by id of one kind, which share the threads of their endpoint with its writes. */
    struct Reads {
        Turn turn;
        std::shared_ptr<Batch> next;
        /** Twice what the threads of an endpoint take: a query need not wait behind more, and no thread is idle. */
        Turn writes{6};
        bool hasLate = false; ///< a query is under way that has let the next one go
        std::coroutine_handle<> patient; ///< the query that gathers more reads while writes wait

        [[nodiscard]] bool mayLeave() const;
        /** Lets the patient one go when it may. */
        void wake();
    };
    struct Gathering;
    /** The turn of a query that is under way; one that is late gives it on, so that two are. */
    class Passage;

    /** The calls that all programs made within the hour, and how many there may be; told to the limiter. */
    struct Usage {
        int used = -1; ///< -1: the PSA does not say
        int limit = 0;
    };
    [[nodiscard]] QCoro::Task<Usage> readUsage(Priority priority);

    [[nodiscard]] const QString &entityOf(AssetKind kind) const;
    [[nodiscard]] Result<autotask::Query> listQuery(AssetKind kind, const PageRequest &request) const;
    [[nodiscard]] autotask::ErrorContext about(AssetKind kind) const;
    [[nodiscard]] static Result<QString> writePath(AssetKind kind, const QString &companyId);

    [[nodiscard]] QCoro::Task<Result<Found>> rowsById(AssetKind kind, QStringList ids,
                                                      QHash<QString, QString> knownLocations);
    [[nodiscard]] QCoro::Task<Result<qint64>> write(AssetKind kind, QByteArray method, QString path,
                                                    QJsonObject body, autotask::ErrorContext about);
    [[nodiscard]] QCoro::Task<Result<Found>> queryById(AssetKind kind, QStringList ids,
                                                       QHash<QString, QString> knownLocations);
    [[nodiscard]] QCoro::Task<Result<QHash<QString, QString>>> primaryLocationsOf(QStringList companies,
                                                                                  Priority priority);
    /** Those of the contacts that are of the tenant's own company. */
    [[nodiscard]] QCoro::Task<Result<QSet<QString>>> amongTenants(QStringList contacts, Priority priority);
    /** Everything that rows of the kind refer to; main locations that are known are not read again. */
    [[nodiscard]] QCoro::Task<Result<autotask::Surroundings>>
    surroundingsOf(AssetKind kind, QList<QJsonObject> rows, QHash<QString, QString> knownLocations,
                   Priority priority);
    /** Reads an entity's metadata anew when rows have values of picklists that it does not know. */
    [[nodiscard]] QCoro::Task<autotask::EntityMetadata> labelsFor(AssetKind kind, QList<QJsonObject> rows);
    [[nodiscard]] QCoro::Task<Result<QList<RemoteRecord>>>
    recordsFrom(AssetKind kind, QList<QJsonObject> rows, Priority priority);
    /** The record after a write of ours; anything but the record is `OutcomeUnknown`. */
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> readBack(AssetKind kind, RemoteKey key,
                                                             QHash<QString, QString> knownLocations);
    [[nodiscard]] QCoro::Task<Result<QList<RemoteRecord>>> locationsOf(QString companyId);

    [[nodiscard]] QCoro::Task<Result<QList<RemoteOption>>> picklist(OptionList list, AssetKind kind,
                                                                    QString member);
    [[nodiscard]] QCoro::Task<Result<QList<RemoteOption>>> members();
    [[nodiscard]] QCoro::Task<Result<QList<RemoteOption>>> countries();
    [[nodiscard]] QList<RemoteOption> activeAndInactive(OptionList list) const;
    [[nodiscard]] QList<RemoteOption> labelsOf(OptionList list, const QString &field) const;

    [[nodiscard]] QCoro::Task<Result<>> checkLengths(AssetKind kind, QJsonObject body);
    /** The id of the product for these two values. */
    [[nodiscard]] QCoro::Task<Result<qint64>> productFor(QString manufacturer, QString model);
    /** What a change of a configuration's manufacturer or model means: another product, or nothing. */
    [[nodiscard]] QCoro::Task<Result<std::optional<qint64>>> changedProduct(RemoteRecord current,
                                                                            RemoteValues changes);
    [[nodiscard]] Result<> checkChange(const RemoteRecord &current, const RemoteValues &changes) const;
    void noteRefusal(const Error &error);

    HttpClient *const m_http;
    FieldMap m_map; ///< set before the first request, and not any more
    autotask::AutotaskApi m_api;
    autotask::AutotaskProducts m_products;
    SyncSettings m_settings;
    std::array<Reads, size_t(AssetKind::Count)> m_reads;
    QHash<QString, QString> m_members; ///< names by id, without API-only users
    QSet<QString> m_strangers; ///< values of picklists that even fresh metadata do not have
};

} // namespace tandem
