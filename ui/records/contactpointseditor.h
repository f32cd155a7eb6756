// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contactpoint.h"
#include "ui/records/fieldeditor.h"

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QToolButton;
class QVBoxLayout;

namespace tandem {

class FieldCombo;

/** The email addresses or phone numbers of a contact, a row each: value, label, extension, which is the
 * primary one. */
class ContactPointsEditor final : public FieldEditor {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContactPointsEditor)
public:
    ContactPointsEditor(const FieldDescription &field, RecordReader &reader, QWidget *parent);

    [[nodiscard]] QJsonValue value() const override;
    void setValue(const QJsonValue &value, const QString &name) override;
    void setReadOnly(bool isReadOnly) override;

private:
    struct Row {
        QWidget *widget = nullptr;
        QLineEdit *value = nullptr;
        FieldCombo *label = nullptr;
        QLineEdit *extension = nullptr; ///< phones only
        QRadioButton *primary = nullptr;
        QToolButton *remove = nullptr;
    };

    Row &addRow(const ContactPoint &point);
    void removeRow(QWidget *widget);
    void clearRows();
    void fillLabels(FieldCombo *combo) const;
    void askLabels();
    void apply(Row &row) const;
    [[nodiscard]] bool isForPhones() const;

    RecordReader &m_reader;
    QList<Row> m_rows;
    QStringList m_labels;
    QWidget *m_anchor; ///< where the rows begin in the order of tabs
    QVBoxLayout *m_list;
    QButtonGroup *m_primaries;
    QPushButton *m_add;
    bool m_isReadOnly = false;
    int m_serial = 0; ///< for object names
};

} // namespace tandem
