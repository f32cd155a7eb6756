// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"

#include <QJsonValue>
#include <QStringList>
#include <QWidget>

namespace tandem {

class RecordReader;

/**
 * What edits one field. A value has the shape of the field's type; what a person typed that is no value (yet)
 * is the typed text as a string, so that a draft can keep it: a date that is none, or the name of an option
 * to be made.
 */
class FieldEditor : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldEditor)
public:
    FieldEditor(const FieldDescription &field, QWidget *parent);

    [[nodiscard]] const FieldDescription &field() const;
    /** Null when blank. */
    [[nodiscard]] virtual QJsonValue value() const = 0;
    /** What a reference or option that is chosen is called; else empty. */
    [[nodiscard]] virtual QString valueName() const;
    /** Never emits `edited`. `name` is what a reference or option is called. */
    virtual void setValue(const QJsonValue &value, const QString &name) = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;
    /** What choices depend on: the organization of a record, the manufacturer of a model; 0: none. */
    virtual void setScope(qint64 id);
    /** The values that a PSA takes for a text, offered while a person types. */
    virtual void setSuggestions(const QStringList &values);
    /** A sentence when what was typed cannot become a value, beyond what the field's description demands. */
    [[nodiscard]] virtual QString problem() const;

Q_SIGNALS:
    /** The person changed the value. */
    void edited();

private:
    const FieldDescription &m_field;
};

/** The editor for the field's type, named like the field. `canCreateOptions`: a person may type new list
 * values. */
[[nodiscard]] FieldEditor *makeFieldEditor(const FieldDescription &field, RecordReader &reader,
                                           bool canCreateOptions, QWidget *parent);

/** "serial_number" becomes "serialNumber", for object names. */
[[nodiscard]] QString camelCase(const QString &id);

} // namespace tandem
