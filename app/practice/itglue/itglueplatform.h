// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practiceplatform.h"

#include <QJsonObject>
#include <QMap>

#include <chrono>
#include <deque>

namespace tandem {

/**
 * A practice IT Glue for imports, after the vendor's developer page: lists and single records in JSON:API,
 * paged by page[number] and page[size] (50, at most 1,000), sorted, filtered by attributes, notes cut short
 * in lists, 403 on a bad key and 429 after too many calls. It can be read only; the control door changes it.
 * Its one quirk is "calls:N/SECONDS", the calls it allows instead of 3,000 in 300 seconds.
 */
class ItGluePlatform final : public PracticePlatform {
public:
    explicit ItGluePlatform(const PracticeSeeding &seeding);
    ~ItGluePlatform() override;

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
    [[nodiscard]] std::optional<PracticeResponse>
    doorOther(const QString &name, const PracticeDoorChange *change, const PracticeRequest &request) override;
    [[nodiscard]] QStringList knownQuirks() const override;
    [[nodiscard]] QStringList quirks() const override;
    [[nodiscard]] Result<> setQuirks(const QStringList &quirks) override;
    [[nodiscard]] Result<> openState(const QString &file) override;
    [[nodiscard]] Result<> saveState() override;

private:
    using Rows = QMap<int, QJsonObject>; ///< attributes by id

    int add(const QString &resource, const QJsonObject &attributes);
    /** The id of the value with this name, which is made when there is none. */
    int valueOf(const QString &resource, const QString &name, const QJsonObject &more = {});
    void seedLists();
    void seedRecords(const PracticeSeeding &seeding);
    void seedDevices(const PracticeSeeding &seeding);
    /** As it is answered: with the names of what it refers to. */
    [[nodiscard]] QJsonObject rendered(const QString &resource, int id, bool isInList) const;
    [[nodiscard]] PracticeResponse list(const PracticeRequest &request, const QString &resource) const;
    [[nodiscard]] bool isTooMany(const QDateTime &now);
    [[nodiscard]] PracticeResponse doorRows(const QString &resource) const;
    [[nodiscard]] PracticeResponse doorWrite(const QString &resource, const PracticeDoorChange &change,
                                             const PracticeRequest &request);

    QMap<QString, Rows> m_resources;
    QMap<QString, int> m_lastIds;
    std::deque<QDateTime> m_calls; ///< of the window
    int m_callLimit = 3000;
    std::chrono::seconds m_window{300};
    QString m_stateFile;
};

} // namespace tandem
