// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tandem {

/** What a person has changed in one record and not saved yet. */
struct Draft {
    RecordId id = 0; ///< below 0: a new record, which is not in the database yet
    AssetKind kind = AssetKind::Organization;
    QString title; ///< what lists call it
    FieldValues changes; ///< only fields that were touched, as `FieldEditor::value` gives them
    FieldValues base; ///< of the same fields: the value that was there when the person began
    QJsonObject names; ///< of chosen references and options, by field id

    [[nodiscard]] bool isNew() const;
};

/**
 * Unsaved edits by record. They are kept when the person goes elsewhere and, in a file of the profile, when
 * the program ends in whatever way; only saving or reverting lets go of them.
 */
class DraftStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftStore)
public:
    /** Reads what an earlier run left in the file. */
    explicit DraftStore(const QString &filePath, QObject *parent = nullptr);
    ~DraftStore() override;

    [[nodiscard]] std::optional<Draft> find(RecordId id) const;
    /** Oldest first; new records that nothing was typed into are left out. */
    [[nodiscard]] QList<Draft> all() const;
    /** A draft without changes is let go of, unless it is a new record. */
    void put(const Draft &draft);
    void discard(RecordId id);
    /** A new record with values it starts from; answers the id it has until it is saved. */
    [[nodiscard]] RecordId begin(AssetKind kind, const FieldValues &preset, const QJsonObject &names);

Q_SIGNALS:
    void changed();

private:
    void read();
    void write();

    QString m_filePath;
    QHash<RecordId, Draft> m_drafts;
    QList<RecordId> m_order;
    QTimer m_writeTimer;
    RecordId m_nextId = -1;
};

} // namespace tandem
