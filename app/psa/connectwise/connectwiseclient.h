// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/httpclient.h"
#include "psa/connectwise/connectwisepoints.h"
#include "psa/psaclient.h"
#include "rules/fieldmap.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tandem {

/**
 * ConnectWise PSA (Manage), REST API v4_6_release/apis/3.0, model 2025.1. What it knows of the PSA comes from the
 * vendor's developer guide and the public clients that are named in the project's facts.
 *
 * The tenant's API address (the codebase) is looked up from `login/companyinfo` by the first call and again when the PSA
 * answers that it routes the old one nowhere, as it does after an upgrade.
 */
class ConnectWiseClient final : public PsaClient
{
    Q_DECLARE_TR_FUNCTIONS(tandem::ConnectWiseClient)
    Q_DISABLE_COPY_MOVE(ConnectWiseClient)
public:
    /**
     * `address` as a person typed it: a host, a web address, or the address of the API. Credentials: "company_id",
     * "public_key", "private_key", "client_id". `http` must outlive the client.
     */
    ConnectWiseClient(const QString &address, const Credentials &credentials, HttpClient *http, const FieldMap &map);
    ~ConnectWiseClient() override;

    QCoro::Task<Result<ServerInfo>> signIn() override;
    QCoro::Task<Result<QList<RemoteOption>>> options(OptionList list) override;
    QCoro::Task<Result<RemotePage>> page(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<qint64>> count(AssetKind kind, PageRequest request) override;
    QCoro::Task<Result<RemoteRecord>> read(AssetKind kind, RemoteKey key) override;
    QCoro::Task<Result<QList<RemoteRecord>>> readMany(AssetKind kind, QList<RemoteKey> keys) override;
    QCoro::Task<Result<RemoteRecord>> create(AssetKind kind, RemoteValues values) override;
    QCoro::Task<Result<RemoteRecord>> update(RemoteRecord current, RemoteValues changes) override;
    QCoro::Task<Result<QList<RemoteRecord>>> findSimilar(AssetKind kind, RemoteValues values) override;
    QCoro::Task<Result<QList<TenantField>>> customFields(AssetKind kind) override;
    void useMap(const FieldMap &map) override;
    [[nodiscard]] QUrl webLink(AssetKind kind, RemoteKey key) const override;
    [[nodiscard]] std::optional<HttpRequest> probe() const override;

private:
    using Query = QList<QPair<QString, QString>>;

    /** One call below the API's address. */
    struct Call {
        QByteArray method = "GET";
        QString path; ///< "/company/contacts/5"
        Query query = {};
        QJsonDocument body = {};
        bool isForwardOnly = false; ///< pages by `pageId` instead of by number
        bool isSignIn = false;
        std::optional<AssetKind> kind = {}; ///< whose fields errors name
        QString field = {};                 ///< the field the whole call is about, for errors
        Priority priority = Priority::Foreground;
    };
    struct Rows {
        QList<QJsonObject> rows;
        QString nextCursor;
    };

    [[nodiscard]] QCoro::Task<Result<>> discover(Priority priority);
    [[nodiscard]] QCoro::Task<Result<HttpAnswer>> send(Call call);
    [[nodiscard]] QCoro::Task<Result<QJsonDocument>> call(Call call);
    [[nodiscard]] QCoro::Task<Result<Rows>> rows(Call call, QString cursor, int size);
    [[nodiscard]] QCoro::Task<Result<QList<QJsonObject>>> allRows(Call call);
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> object(Call call);
    [[nodiscard]] QCoro::Task<Result<>> refreshTypesFor(RemoteValues values);
    [[nodiscard]] QCoro::Task<Result<>> changeTypes(RemoteRecord current, QString field, QString wanted);
    [[nodiscard]] QCoro::Task<Result<>> changeCommunications(RemoteRecord current, RemoteValues changes);

    [[nodiscard]] static Error noRecordToTell(AssetKind kind);
    [[nodiscard]] Result<> checkCredentials() const;
    [[nodiscard]] HttpRequest companyInfoRequest(Priority priority) const;
    [[nodiscard]] HttpRequest requestFor(const Call &call, const QString &base) const;
    [[nodiscard]] static Call rowsCall(Call call, const QString &cursor, int size);
    [[nodiscard]] static Result<QJsonDocument> jsonOf(const HttpAnswer &answer, bool isWrite);
    [[nodiscard]] static Result<Rows> rowsOf(const HttpAnswer &answer, const QString &cursor, int size);
    [[nodiscard]] static Result<RemotePage> pageOf(const Result<Rows> &rows, AssetKind kind, const KindMap &map,
                                                   const QString &parentId);
    [[nodiscard]] Result<Call> listCall(AssetKind kind, const PageRequest &request, const QString &suffix) const;
    [[nodiscard]] Call recordCall(const QByteArray &method, AssetKind kind, const RemoteKey &key) const;
    [[nodiscard]] QByteArray secret(const QString &key) const;

    HttpClient *const m_http;
    FieldMap m_map; ///< set before the first request, and not any more
    const Credentials m_credentials;
    QUrl m_site;    ///< where people open ConnectWise, without a path
    QUrl m_apiHost; ///< where its API is, without a path
    QString m_base; ///< "https://api-na.myconnectwise.net/v2025_1/apis/3.0"; empty until looked up
    ServerInfo m_info;
    QList<connectwise::CommunicationType> m_communicationTypes;
};

} // namespace tandem
