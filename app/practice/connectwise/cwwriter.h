// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/connectwise/cwerrors.h"
#include "practice/connectwise/cwquery.h"
#include "practice/connectwise/cwquirks.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tandem::practicecw {

/** Who writes, and how strictly. */
struct WriteContext {
    RecordStamp stamp;
    Quirks quirks;
    QByteArray body = {}; ///< as sent, to tell where in it a mistake lies
    bool isTrusted = false; ///< the control door: nothing is validated but types and references
    bool isChangeType = false; ///< the request came to .../changeType
    int transferContactId = 0; ///< where a deleted contact's configurations go
};

/**
 * Creates, changes and deletes records by ConnectWise's rules, with all that follows from a change: the site
 * of a new company, default flags that move from one record to another, read-outs of communications, stamps
 * of owners. Nothing has changed when an error is answered.
 */
class RecordWriter final {
    Q_DISABLE_COPY_MOVE(RecordWriter)
public:
    RecordWriter(RecordStore &store, const WriteContext &context);

    /** The new record's id. `parent` is the record in the path that the new one belongs to. */
    [[nodiscard]] Answer<int> create(int table, const QJsonObject &body, Scope parent);
    [[nodiscard]] Answer<> replace(int table, int id, const QJsonObject &body);
    [[nodiscard]] Answer<> patch(int table, int id, const QJsonArray &operations);
    [[nodiscard]] Answer<> remove(int table, int id);
    /** Removes a record and all that hangs on it, whatever uses it. */
    void removeForGood(int table, int id);

private:
    enum class Mode { Create, Replace, Patch };
    struct Item {
        RecordDraft draft; ///< id 0: new
        bool becomesDefault = false;
    };
    struct Change {
        int table;
        Mode mode;
        RecordDraft draft;
        std::vector<bool> touched;
        std::vector<FieldError> errors = {};
        std::optional<std::vector<Item>> items = {}; ///< communication items as they shall be
        std::optional<std::vector<int>> types = {};
        QString siteName = {};

        [[nodiscard]] bool isTouched(int field) const;
    };

    [[nodiscard]] Change begin(int table, Mode mode, RecordDraft draft) const;
    [[nodiscard]] Answer<> readBody(Change &change, const QJsonObject &body) const;
    [[nodiscard]] Answer<> readMember(Change &change, int field, const QJsonValue &value,
                                      const QString &path) const;
    [[nodiscard]] Answer<> readSpecial(Change &change, int field, const QJsonValue &value,
                                       const QString &path) const;
    [[nodiscard]] Answer<FieldValue> readValue(Change &change, const FieldSpec &field,
                                               const QJsonValue &value, const QString &path) const;
    [[nodiscard]] Answer<FieldValue> readReference(Change &change, const FieldSpec &field,
                                                   const QJsonObject &value, const QString &path) const;
    /** The company whose sites a site's name is looked for in. */
    [[nodiscard]] int companyOf(const Change &change) const;
    [[nodiscard]] Answer<Item> readItem(Change &change, const QJsonValue &value, const QString &path,
                                        const std::vector<Item> &former) const;
    [[nodiscard]] Answer<std::vector<Item>> readItems(Change &change, const QJsonValue &value) const;
    [[nodiscard]] Answer<> readTypes(Change &change, const QJsonValue &value, const QString &path) const;
    [[nodiscard]] Answer<> mergeValues(Change &change, int field, const QJsonValue &value,
                                       QLatin1StringView idKey, QLatin1StringView valueKey,
                                       const QString &path) const;
    [[nodiscard]] PracticeResponse conversionError(const Change &change, const QJsonValue &value,
                                                   const QString &type, const QString &path) const;

    [[nodiscard]] Answer<> applyOperation(Change &change, const QJsonObject &operation) const;
    [[nodiscard]] Answer<> applyToItems(Change &change, const QString &op, const QStringList &path,
                                        const QJsonValue &value) const;
    [[nodiscard]] Answer<> applyToCustomFields(Change &change, const QString &op, const QStringList &path,
                                               const QJsonValue &value) const;

    void fillDefaults(Change &change) const;
    void completeItem(Change &change, RecordDraft &item) const;
    [[nodiscard]] Answer<> validate(Change &change) const;
    void validateField(const Change &change, int field, std::vector<FieldError> &errors) const;
    void validateBelonging(const Change &change, std::vector<FieldError> &errors) const;
    [[nodiscard]] bool isTaken(const Change &change, int field) const;
    [[nodiscard]] bool revalidates(int table) const;

    void commit(Change &change);
    void afterCompany(const Change &change, const std::optional<RecordDraft> &former);
    void afterContact(const Change &change, const std::optional<RecordDraft> &former);
    void afterSite(const Change &change);
    void afterItem(int contact, int item);
    void clearOtherDefaults(const Change &change);
    void saveItems(int contact, std::vector<Item> items);
    void refreshPhones(int contact);
    void touch(int table, int id);
    void setField(int table, int id, int field, const FieldValue &value);
    [[nodiscard]] std::vector<Item> storedItems(int contact) const;
    [[nodiscard]] bool isInUse(int table, int id) const;
    [[nodiscard]] QString kindOfType(int communicationType, const QString &wanted) const;

    RecordStore &m_store;
    const WriteContext m_context;
};

} // namespace tandem::practicecw
