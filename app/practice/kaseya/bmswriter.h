// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/kaseya/bmsanswer.h"
#include "practice/kaseya/bmsschema.h"
#include "practice/kaseya/bmstime.h"
#include "practice/recordstore.h"

#include <QJsonArray>

namespace tandem::practicebms {

/** Who writes, and how strictly. */
struct WriteContext {
    QDateTime now;
    int employee = 0; ///< who is said to have made the change
    Quirks quirks = {};
    bool isTrusted = false; ///< the control door: what is required may be missing and is made up
};

/** What a change of e-mails or phones has done. */
struct ChildCounts {
    int added = 0;
    int updated = 0;
    int deleted = 0;
};

/**
 * Creates, changes and deletes records by the vendor's rules, with all that follows from a change: the main
 * location, the default e-mail address, the dates of change of what a record belongs to. Nothing has changed
 * when a problem is answered. An id that is answered is the record's.
 */
class RecordWriter final {
    Q_DISABLE_COPY_MOVE(RecordWriter)
public:
    /** Replace takes a body for the whole record; Amend changes only what it names. */
    enum class Mode { Replace, Amend };

    RecordWriter(RecordStore &store, const WriteContext &context);

    [[nodiscard]] Answer<int> createAccount(const QJsonObject &body);
    [[nodiscard]] Answer<int> createLocation(const QJsonObject &body);
    [[nodiscard]] Answer<int> createContact(const QJsonObject &body);
    [[nodiscard]] Answer<int> createAsset(const QJsonObject &body);
    /** `name` is the list's own. */
    [[nodiscard]] Answer<int> createListValue(const char *name, const QJsonObject &body);
    /** Any other table, for the control door. */
    [[nodiscard]] Answer<int> createOther(int table, const QJsonObject &body);

    [[nodiscard]] Answer<int> update(int table, int id, Mode mode, const QJsonObject &body);
    /** A JSON Patch of an account or contact. */
    [[nodiscard]] Answer<int> patch(int table, int id, const QJsonArray &operations);
    /** The operations on a contact's e-mails or phones; `table` says which. */
    [[nodiscard]] Answer<ChildCounts> patchChildren(int table, int contact, const QJsonArray &operations);
    /** Id of the value that the record has then. */
    [[nodiscard]] Answer<int> setCustomValue(int module, int entity, int customField,
                                             const QJsonValue &value);

    [[nodiscard]] Answer<int> remove(int table, int id);

private:
    struct Change {
        int table;
        Mode mode;
        bool isNew;
        RecordDraft draft;
        QString prefix = {}; ///< of the members' names in sentences: "Locations[0]."
        QStringList errors = {};
    };
    struct LocationChange {
        Change location;
        std::vector<Change> addresses = {};
        bool hasAddresses = false;
    };
    struct Child {
        int id; ///< 0: new
        QString value;
        int type;
        bool isDefault;
        bool isChanged = false;
    };

    [[nodiscard]] Change newChange(int table) const;
    [[nodiscard]] Change changeOf(int table, int id, Mode mode) const;

    void read(Change &change, std::span<const Input> inputs, const QJsonObject &body) const;
    void readMember(Change &change, const Input &input, const QJsonValue &value) const;
    void readText(Change &change, const Input &input, const QJsonValue &value) const;
    void checkRequired(Change &change, const Input &input) const;
    void checkReference(Change &change, const Input &input) const;
    void checkBelonging(Change &change, int field, int ownerField, const char *name) const;
    [[nodiscard]] bool mayRefer(const FieldSpec &field, int id) const;

    [[nodiscard]] LocationChange readLocation(Change location, const QJsonObject &body,
                                              const QString &prefix) const;
    void settleAddress(Change &address, const RecordDraft &former) const;
    int saveLocation(LocationChange &change, int account);
    void settleMainLocation(int account, int preferred);

    [[nodiscard]] std::vector<Child> childrenOf(int table, int contact) const;
    [[nodiscard]] std::vector<Child> readChildren(int table, const QJsonValue &value,
                                                  QStringList &errors) const;
    void checkChild(int table, const Child &child, QStringList &errors) const;
    void saveChildren(int table, int contact, std::vector<Child> children);
    void readCustomValues(const QJsonValue &value, std::vector<std::pair<int, QString>> &values,
                          QStringList &errors) const;
    [[nodiscard]] QString customValueError(int customField, const QString &value) const;
    int saveCustomValue(int entity, int customField, const QString &value);

    [[nodiscard]] Answer<int> updateAccount(int id, Mode mode, const QJsonObject &body);
    [[nodiscard]] Answer<int> updateLocation(int id, Mode mode, const QJsonObject &body);
    [[nodiscard]] Answer<int> updateContact(int id, Mode mode, const QJsonObject &body);
    [[nodiscard]] Answer<int> updateAsset(int id, Mode mode, const QJsonObject &body);
    void checkAsset(Change &change) const;

    [[nodiscard]] Answer<int> removeAccount(int id);
    [[nodiscard]] Answer<int> removeLocation(int id);
    void removeContact(int id);
    void removeCustomValues(int module, int entity);

    int save(const Change &change);
    void setField(int table, int id, int field, const FieldValue &value);
    /** Moves the date of change of what `id` belongs to. */
    void touchOwner(int table, int id);
    [[nodiscard]] RecordStamp stamp() const;
    [[nodiscard]] std::vector<int> idsOf(int table, int ownerField, int owner) const;

    RecordStore &m_store;
    const WriteContext m_context;
    const Times m_times;
};

} // namespace tandem::practicebms
