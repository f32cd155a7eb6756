// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/autotask/aterrors.h"
#include "practice/autotask/atpicklists.h"
#include "practice/autotask/atquirks.h"
#include "practice/autotask/atschema.h"
#include "practice/autotask/atudf.h"

#include <QJsonObject>

namespace tandem::practiceat {

/** Who writes, where and how strictly. */
struct WriteContext {
    QDateTime now;
    int resource = 0; ///< who is said to have made the change
    Quirks quirks = {};
    QByteArray body = {}; ///< as sent, to tell where in it a mistake lies
    int parent = -1; ///< the id in the path that the record belongs to
    bool isTrusted = false; ///< the control door: only types and the existence of references are checked
};

/**
 * Creates, changes and deletes records by Autotask's rules, with all that follows from a change: the first
 * location of a new company, primary flags that move from one record to another, dates of change. Nothing has
 * changed when an error is answered.
 */
class RecordWriter final {
    Q_DISABLE_COPY_MOVE(RecordWriter)
public:
    enum class Mode { Create, Replace, Patch };

    RecordWriter(RecordStore &store, const Picklists &picklists, const WriteContext &context);

    /** The new record's id. */
    [[nodiscard]] Answer<int> create(int table, const QJsonObject &body);
    /** Changes the record whose id is in the body; its id. */
    [[nodiscard]] Answer<int> update(int table, Mode mode, const QJsonObject &body);
    [[nodiscard]] Answer<int> remove(int table, int id);
    /** Removes a record and all that belongs to it, whatever uses it. */
    void removeForGood(int table, int id);

private:
    struct Change {
        int table;
        Mode mode;
        RecordDraft draft;
        std::vector<bool> touched;
        QStringList errors = {};
    };

    [[nodiscard]] Answer<> readBody(Change &change, const QJsonObject &body) const;
    [[nodiscard]] Answer<> readUserDefined(Change &change, int field, const QJsonValue &value) const;
    void checkUserDefined(Change &change, const UserDefinedField &udf, const QString &value) const;
    [[nodiscard]] PracticeResponse conversionError(const QString &message, const QString &name) const;

    void fillDefaults(Change &change) const;
    [[nodiscard]] Answer<> validate(Change &change) const;
    void validateField(Change &change, int field) const;
    void validateReference(Change &change, int field) const;
    void validateBelonging(Change &change, int field, int target, int ownerField, int owner) const;
    void validateUnique(Change &change, int field, int scope) const;
    void validateAmounts(Change &change) const;
    [[nodiscard]] bool mayRefer(const Change &change, int field, const StoredRecord &target) const;

    void commit(Change &change);
    void stamp(Change &change) const;
    void settlePrimary(Change &change) const;
    void clearOtherPrimaries(const Change &change);
    void addFirstLocation(const Change &company);
    /** The records that share `scope` with the draft: all, when it is -1. */
    [[nodiscard]] std::vector<int> siblings(int table, int scope, const RecordDraft &draft) const;
    [[nodiscard]] bool isInUse(int table, int id) const;
    void clearReferences(int table, int id);
    void setField(int table, int id, int field, const FieldValue &value);

    RecordStore &m_store;
    const Picklists &m_picklists;
    const WriteContext m_context;
};

} // namespace tandem::practiceat
