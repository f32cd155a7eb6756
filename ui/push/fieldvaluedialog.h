// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/field.h"
#include "core/record.h"

#include <QDialog>
#include <QJsonValue>

class QPushButton;

namespace tandem {

class FieldEditor;
class NoticeLabel;
class RecordReader;

/** What a field of one or of many records is to be set to. */
struct FieldQuestion {
    AssetKind kind = AssetKind::Organization;
    const FieldDescription *field = nullptr;
    qint64 count = 1;
    Record record; ///< of one: as it is now
    QString valueName; ///< of one: what a reference or option that it has now is called
};

/** Asks for the value of a field that holds records up, to set it without leaving the preview (rule C5). */
class FieldValueDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldValueDialog)
public:
    FieldValueDialog(RecordReader &reader, const FieldQuestion &question, const QString &psa,
                     QWidget *parent = nullptr);
    ~FieldValueDialog() override;

    /** As `FieldEditor::value`. */
    [[nodiscard]] QJsonValue value() const;

private:
    void check();

    FieldEditor *m_editor;
    NoticeLabel *m_problem;
    QPushButton *m_set = nullptr;
};

/** "Set Type of 214 organizations". */
[[nodiscard]] QString setFieldText(AssetKind kind, const QString &label, qint64 count);

} // namespace tandem
