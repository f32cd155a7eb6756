// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "psa/kaseya/kaseyaapi.h"
#include "psa/kaseya/kaseyawire.h"
#include "psa/psaclient.h"
#include "rules/fieldmap.h"
#include "rules/syncsettings.h"

#include <QCoreApplication>
#include <QSet>

namespace tandem {

/**
 * Kaseya BMS, Vorex PSA and Pulseway PSA: one code base, whose REST API V2 they share. What it knows of the
 * PSA comes from the vendor's description and help pages and from public clients, which the project's facts
 * name.
 *
 * Accounts bring their locations along, so that one list gives both. Assets are listed thinly, without total
 * and date of change, and only a GET of one gives it whole; a change is a PUT of the whole, made from what
 * was just read. Contacts are changed by JSON Patch, their emails and phones by calls of their own. Locations
 * of accounts that are there already can only be written by the old interface (V1). Names of tables of values
 * are the tenant's own and partly not published, so that id/name pairs are also gathered from the records
 * that are read.
 */
class KaseyaClient final : public PsaClient {
    Q_DECLARE_TR_FUNCTIONS(tandem::KaseyaClient)
    Q_DISABLE_COPY_MOVE(KaseyaClient)
public:
    /** Credentials as for `KaseyaApi`. `http` must outlive the client. */
    KaseyaClient(const QString &address, const Credentials &credentials, HttpClient *http,
                 const FieldMap &map);
    ~KaseyaClient() override;

    QCoro::Task<Result<ServerInfo>> signIn() override;
    /** The statuses are the active flag. */
    QCoro::Task<Result<QList<RemoteOption>>> options(OptionList list) override;
    /** Assets have no date of change: what changed since some moment is all of them. Their records are thin.
     */
    QCoro::Task<Result<RemotePage>> page(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<qint64>> count(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<RemoteRecord>> read(AssetKind kind, RemoteKey key) override;
    QCoro::Task<Result<QList<RemoteRecord>>> readMany(AssetKind kind, QList<RemoteKey> keys) override;
    /** An account is made with its first location, whose values may be under "first_location". */
    QCoro::Task<Result<RemoteRecord>> create(AssetKind kind, RemoteValues values) override;
    QCoro::Task<Result<RemoteRecord>> update(RemoteRecord current, RemoteValues changes) override;
    QCoro::Task<Result<QList<RemoteRecord>>> findSimilar(AssetKind kind, RemoteValues values) override;
    /** None: the addresses of its pages are not published. */
    void useMap(const FieldMap &map) override;
    QCoro::Task<Result<QList<TenantField>>> customFields(AssetKind kind) override;
    [[nodiscard]] QUrl webLink(AssetKind kind, RemoteKey key) const override;

    [[nodiscard]] std::optional<HttpRequest> probe() const override;
    [[nodiscard]] bool listsAll(AssetKind kind) const override;
    void useSettings(const SyncSettings &settings) override;
    QCoro::Task<Result<QList<SettingChoice>>> settingChoices(QString key, QString search) override;
    [[nodiscard]] bool tellsAll(OptionList list) const override;
    /** Whether the PSA's own integration with IT Glue is on: two syncs on one tenant overwrite each other. */
    QCoro::Task<QString> warning() override;

private:
    using Row = QJsonObject;

    [[nodiscard]] kaseya::ErrorContext about(AssetKind kind, const QString &field = {}) const;
    [[nodiscard]] Result<kaseya::KaseyaApi::List> listFor(AssetKind kind, const PageRequest &request) const;
    [[nodiscard]] RemoteRecord take(AssetKind kind, const Row &row, kaseya::Shape shape = kaseya::Shape::Whole,
                                   const QString &parentId = {});
    [[nodiscard]] QList<RemoteRecord> takeLocations(const Row &account);

    [[nodiscard]] QCoro::Task<Result<Row>> readRow(AssetKind kind, RemoteKey key, Priority priority);
    [[nodiscard]] QCoro::Task<Result<RemotePage>> locationPage(PageRequest request);
    /** The record after a write of ours; anything but the record is `OutcomeUnknown`. */
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> readBack(AssetKind kind, RemoteKey key);
    [[nodiscard]] QCoro::Task<Result<Row>> write(QByteArray method, QString path, QString route,
                                                 QJsonDocument body, kaseya::ErrorContext about,
                                                 kaseya::Interface side);
    [[nodiscard]] Error halfDone(Error error) const;

    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> createAccount(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> createLocation(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> createContact(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> createAsset(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> updateLocation(RemoteRecord current,
                                                                   RemoteValues changes);
    [[nodiscard]] QCoro::Task<Result<RemoteRecord>> updateContact(RemoteRecord current, RemoteValues changes);
    /** Answers the list as the PSA has it then; null when there was nothing to send. */
    [[nodiscard]] QCoro::Task<Result<QJsonValue>> writePoints(RemoteKey key, QString name, QJsonArray current,
                                                              QJsonValue wanted);
    [[nodiscard]] QCoro::Task<Result<Row>> patch(AssetKind kind, QString id, RemoteValues changes);
    [[nodiscard]] Result<> mayWriteLocations() const;
    [[nodiscard]] Error badId(const QString &id) const;

    /** Id/name pairs of a list or setting: the tenant's table, and what records showed. */
    [[nodiscard]] QCoro::Task<Result<QMap<QString, QString>>> lookUp(QString key);
    [[nodiscard]] QCoro::Task<Result<QMap<QString, QString>>> table(QString key, QString name,
                                                                    bool isTenants);
    [[nodiscard]] QCoro::Task<Result<>> sample(QString key);
    [[nodiscard]] QCoro::Task<Result<>> learnTypes(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<QMap<QString, QString>>> accountTypes();
    [[nodiscard]] QCoro::Task<Result<QMap<QString, QString>>> employees(QString search);
    [[nodiscard]] QList<RemoteOption> activeAndInactive(OptionList list) const;

    FieldMap m_map; ///< set before the first request, and not any more
    kaseya::KaseyaApi m_api;
    HttpClient *const m_http;
    SyncSettings m_settings;
    kaseya::Names m_names; ///< of all tables and records that were read
    kaseya::PointNumbers m_numbers;
    QSet<QString> m_inactive; ///< "list/id" of values that are not to be chosen any more
    QSet<QString> m_tableless; ///< lists whose table the tenant does not have by the name that is known
    QSet<QString> m_sampled; ///< of these, those for which some records were looked at

    /** Locations that came with the latest list of accounts, for the list of locations that follows it. */
    QList<RemoteRecord> m_locations;
    QDateTime m_locationsSince;
    bool m_hasLocations = false;
    QHash<AssetKind, qint64> m_totals; ///< of the latest pages
};

} // namespace tandem
