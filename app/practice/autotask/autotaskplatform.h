// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/aterrors.h"
#include "practice/autotask/atlimits.h"
#include "practice/autotask/atpicklists.h"
#include "practice/autotask/atquery.h"
#include "practice/autotask/atquirks.h"
#include "practice/autotask/atwriter.h"
#include "practice/practiceplatform.h"

#include <QHash>

namespace tandem {

/**
 * A practice Autotask PSA: the REST API v1.0 as far as a sync of companies, locations, contacts and
 * configuration items needs it. Zone discovery is at the server's own address, the tenant's zone below
 * `/zone14/`.
 *
 * Where no public source says what the real server does, it does this: 401 has no body; a query without a
 * filter, with MaxRecords beyond 500 or with an unknown name in IncludeFields is refused; null is neither
 * equal to a value nor different from it; a text that is empty stays empty; a reference or picklist value
 * that is inactive is refused whenever it is sent; locations and contacts of another company are refused; a
 * company and a location are active unless said otherwise; a new company's location is called "Primary
 * Location"; a PATCH that changes nothing still moves the dates of change; names of user-defined fields that
 * do not exist are passed over; what is in use, or primary, is not deleted.
 */
class AutotaskPlatform final : public PracticePlatform {
public:
    explicit AutotaskPlatform(const PracticeSeeding &seeding);
    ~AutotaskPlatform() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QJsonObject credentials(const QString &url) const override;
    [[nodiscard]] PracticeRoute route(const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse answer(const PracticeRequest &request,
                                          const PracticeRoute &route) override;
    void ended(const PracticeRequest &request, const QDateTime &now) override;
    [[nodiscard]] PracticeResponse failure(const PracticeFailure &failure, const PracticeRequest &request,
                                           const PracticeRoute &route) const override;
    [[nodiscard]] std::optional<AssetKind> doorKind(const QString &kind) const override;
    [[nodiscard]] PracticeResponse doorRead(AssetKind kind, const PracticeRequest &request) const override;
    [[nodiscard]] PracticeResponse doorChange(AssetKind kind, const PracticeDoorChange &change,
                                              const PracticeRequest &request) override;
    [[nodiscard]] std::optional<PracticeResponse>
    doorOther(const QString &name, const PracticeDoorChange *change, const PracticeRequest &request) override;
    [[nodiscard]] QStringList knownQuirks() const override;
    [[nodiscard]] QStringList quirks() const override;
    [[nodiscard]] Result<> setQuirks(const QStringList &quirks) override;
    [[nodiscard]] Result<> openState(const QString &file) override;
    [[nodiscard]] Result<> saveState() override;

private:
    enum class Shape {
        ZoneInformation,
        VersionInformation,
        Threshold,
        Collection,
        Item,
        Query,
        QueryCount,
        QueryNext,
        EntityInformation,
        FieldInformation,
        UserDefinedInformation
    };
    struct Endpoint {
        QString path; ///< template as in the statistics
        Shape shape;
        int table = -1;
        bool isChild = false; ///< below a parent, whose id is the first in the path
        QByteArrayList methods = {};
    };
    struct Cursor {
        int pageSize = practiceat::maxPageSize;
        QList<int> previous = {}; ///< where the pages before began: after these ids
        int after = -1;
    };

    void addEndpoint(const QString &path, const Endpoint &endpoint);
    void addRoot(int table);
    void addChild(const practiceat::ChildSpec &child);
    /** Answers anywhere, and asks for no credentials. */
    [[nodiscard]] static bool isOpen(const Endpoint &endpoint);

    [[nodiscard]] std::optional<PracticeResponse> refuseSignIn(const PracticeRequest &request);
    /** What the limits say before anything is done; an answer may be refused or only come later. */
    [[nodiscard]] std::optional<PracticeResponse> refuseForLimits(const PracticeRequest &request,
                                                                  const Endpoint &endpoint);
    [[nodiscard]] PracticeResponse answerChecked(const PracticeRequest &request, const Endpoint &endpoint,
                                                 const PracticeRoute &route);
    [[nodiscard]] PracticeResponse zoneInformation(const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse threshold(const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse item(const Endpoint &endpoint, const PracticeRoute &route) const;
    [[nodiscard]] PracticeResponse query(const PracticeRequest &request, const Endpoint &endpoint) const;
    [[nodiscard]] PracticeResponse childQuery(const PracticeRequest &request, const Endpoint &endpoint,
                                              int parent) const;
    [[nodiscard]] PracticeResponse page(const PracticeRequest &request, int table,
                                        const practiceat::Query &query, const Cursor &cursor,
                                        const std::optional<QString> &search) const;
    [[nodiscard]] PracticeResponse write(const PracticeRequest &request, const Endpoint &endpoint,
                                         const PracticeRoute &route);
    [[nodiscard]] qint64 callsOfTheHour(const QDateTime &now) const;
    [[nodiscard]] QByteArray zoneUrl(const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse doorList(int table, const PracticeRequest &request) const;
    [[nodiscard]] PracticeResponse doorWrite(int table, const PracticeDoorChange &change,
                                             const PracticeRequest &request);

    practiceat::Quirks m_quirks;
    RecordStore m_store;
    practiceat::Picklists m_picklists;
    practiceat::QueryEngine m_queries;
    practiceat::ThreadLimit m_threads;
    practiceat::CallCounter m_calls;
    std::vector<Endpoint> m_endpoints;
    QHash<QByteArray, int> m_byPattern; ///< path with "#" for each number, in lower case, to its endpoint
    int m_failedSignIns = 0;
    QString m_stateFile;
    QByteArray m_secret;
    QByteArray m_integrationCode;
};

} // namespace tandem
