// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/connectwise/cwquery.h"
#include "practice/connectwise/cwrenderer.h"
#include "practice/connectwise/cwwriter.h"
#include "practice/practiceplatform.h"

#include <QHash>

namespace tandem {

/**
 * A practice ConnectWise PSA: the REST API 3.0 in the shape of version 2025.1, as far as a sync of companies,
 * sites, contacts and configurations needs it. Served under the tenant's codebase and under v4_6_release.
 *
 * Where no public source says what the real server does, it does this: keys that are wrong get 401
 * `Unauthorized`, a missing clientId 403; a company that is deleted stays with `deletedFlag`; what is in use
 * is not deleted (409); a site given `primaryAddressFlag` takes it from the one before; a change of
 * communications or types counts as a change of their owner; a site or contact of another company is refused;
 * line breaks in text become spaces; the Link header of the last forward-only page is there and empty.
 */
class ConnectWisePlatform final : public PracticePlatform {
public:
    explicit ConnectWisePlatform(const PracticeSeeding &seeding);
    ~ConnectWisePlatform() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QJsonObject credentials(const QString &url) const override;
    [[nodiscard]] PracticeRoute route(const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse answer(const PracticeRequest &request,
                                          const PracticeRoute &route) override;
    [[nodiscard]] PracticeResponse failure(const PracticeFailure &failure, const PracticeRequest &request,
                                           const PracticeRoute &route) const override;
    [[nodiscard]] std::optional<AssetKind> doorKind(const QString &kind) const override;
    [[nodiscard]] PracticeResponse doorRead(AssetKind kind, const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse doorChange(AssetKind kind, const PracticeDoorChange &change,
                                              const PracticeRequest &request) override;
    [[nodiscard]] QStringList knownQuirks() const override;
    [[nodiscard]] QStringList quirks() const override;
    [[nodiscard]] Result<> setQuirks(const QStringList &quirks) override;
    [[nodiscard]] Result<> openState(const QString &file) override;
    [[nodiscard]] Result<> saveState() override;

private:
    enum class Shape { Collection, Item, Count, Bulk, ChangeType, SystemInfo };
    struct Endpoint {
        QString path; ///< template as in the statistics
        Shape shape;
        int table = -1;
        int parentField = -1; ///< field that holds the last id of the path before the item's own
        bool isReadOnly = false;
    };

    void addEndpoint(const QString &path, const Endpoint &endpoint);
    void addResource(const char *path, int table, int parentField, bool hasInfo);

    [[nodiscard]] PracticeResponse answerChecked(const PracticeRequest &request, const PracticeRoute &route);
    [[nodiscard]] PracticeResponse companyInfo(const PracticeRequest &request) const;
    [[nodiscard]] std::optional<PracticeResponse> refuseSignIn(const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse systemInfo() const;
    [[nodiscard]] PracticeResponse list(const PracticeRequest &request, const Endpoint &endpoint,
                                        practicecw::Scope scope);
    [[nodiscard]] PracticeResponse count(const PracticeRequest &request, const Endpoint &endpoint,
                                         practicecw::Scope scope);
    [[nodiscard]] PracticeResponse read(const PracticeRequest &request, int table, int id) const;
    [[nodiscard]] PracticeResponse write(const PracticeRequest &request, const Endpoint &endpoint,
                                         practicecw::Scope scope, int id);
    [[nodiscard]] PracticeResponse bulk(const PracticeRequest &request);
    [[nodiscard]] PracticeResponse writeOne(practicecw::RecordWriter &writer, const PracticeRequest &request,
                                            const QByteArray &method, int table, practicecw::Scope scope,
                                            int id, const QJsonDocument &body) const;
    [[nodiscard]] practicecw::WriteContext writeContext(const PracticeRequest &request) const;
    [[nodiscard]] practicecw::Renderer renderer(const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse rendered(const PracticeRequest &request, int status, int table,
                                            int id) const;
    [[nodiscard]] QByteArray apiBase(const PracticeRequest &request) const;
    [[nodiscard]] bool mayWrite(int table) const;

    practicecw::Quirks m_quirks = practicecw::usualQuirks;
    RecordStore m_store;
    practicecw::QueryEngine m_queries;
    std::vector<Endpoint> m_endpoints;
    QHash<QByteArray, int> m_byPattern; ///< path with "#" for each number, in lower case, to its endpoint
    QString m_stateFile;
    QString m_company;
    QString m_publicKey;
    QString m_privateKey;
    QString m_clientId;
    QByteArray m_authorization; ///< what a good Authorization header holds after "Basic "
};

} // namespace tandem
