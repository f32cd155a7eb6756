// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordreader.h"
#include "ui/records/draftstore.h"
#include "ui/records/fieldchecks.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tandem {

class Application;
class FieldEditor;

/**
 * The fields of one record, made from their descriptions: groups, labels, editors, and for each field how it
 * travels (rules B6, E6). What a person touched stays theirs; other fields follow the record as it changes
 * underneath.
 */
class RecordForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordForm)
public:
    explicit RecordForm(Application &application, QWidget *parent = nullptr);
    ~RecordForm() override;

    /** Another record, or the same one as it is now; then `draft` is what the person has typed so far. */
    void setRecord(const RecordView &view, const std::optional<Draft> &draft);
    [[nodiscard]] RecordId recordId() const;
    [[nodiscard]] AssetKind kind() const;
    /** What differs from the record, with the names of what was chosen. */
    [[nodiscard]] Draft draft() const;

    /** Back to what the record has. */
    void revert();
    /** Shows what is wrong beside each field; false, with the focus in the first of them, when something is.
     */
    [[nodiscard]] bool validate();
    /** Shows a sentence beside the field and goes there. False when the form has no such field. */
    bool showProblem(const QString &field, const QString &sentence);
    /** Empty when no field has the focus. */
    [[nodiscard]] QString focusedField() const;
    /** The first editable field when it has none of that id. */
    void focusField(const QString &field);

Q_SIGNALS:
    /** The person changed something. */
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    /** How a field travels, over all integrations. */
    struct Travel {
        enum class Mark : quint8 {
            None,
            Out,
            Both,
            In,
            Locked,
        };
        Mark mark = Mark::None;
        QStringList sentences;
        QList<LengthLimit> limits;
        QStringList choices; ///< the only values that a PSA takes
    };
    struct Row {
        const FieldDescription *field = nullptr;
        QLabel *label = nullptr;
        FieldEditor *editor = nullptr;
        QLabel *mark = nullptr;
        QLabel *note = nullptr;
        Travel travel;
        bool isProblem = false; ///< the note says what is wrong, and not merely what has changed meanwhile
    };

    void build();
    void addHeading(int gridRow, const QString &title);
    Row makeRow(const FieldDescription &field);
    [[nodiscard]] Travel travelOf(const FieldDescription &field) const;
    void dropWhatIsSaved();
    void showMark(Row &row);
    void takeEdit(Row &row);
    void check(Row &row);
    void setNote(Row &row, const QString &text, bool isProblem);
    void noteMeanwhile(Row &row);
    void updateScopes();
    void colourNotes();
    [[nodiscard]] Row *find(const QString &field);

    Application &m_application;
    QGridLayout *m_grid = nullptr;
    QList<Row> m_rows;
    QList<const FieldDescription *> m_fields; ///< those that the rows are for
    RecordView m_view;
    Draft m_draft;
    bool m_isBuilt = false;
    bool m_canCreateAll = false; ///< no PSA is connected, so that all lists are the person's own
};

} // namespace tandem
