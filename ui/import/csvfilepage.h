// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTableWidget;

namespace tandem {

class ImportSession;
class MessageBar;

/** Step 1: which file, and how it is written, with its first rows as they are read. */
class CsvFilePage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvFilePage)
public:
    explicit CsvFilePage(ImportSession &session, QWidget *parent = nullptr);

    void setPath(const QString &path);
    [[nodiscard]] bool isComplete() const override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void takeFormat();
    void showFile();

    ImportSession &m_session;
    QLineEdit *m_path;
    MessageBar *m_message;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_quote;
    QCheckBox *m_header;
    QTableWidget *m_rows;
    bool m_isShowing = false;
};

} // namespace tandem
