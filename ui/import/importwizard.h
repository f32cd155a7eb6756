// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWizard>

class QMimeData;

namespace tandem {

class Application;
class CsvFilePage;
class ImportSession;

/** File > Import CSV File… (rule H2). Open it with `open()`. */
class ImportWizard final : public QWizard {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportWizard)
public:
    enum PageId { FileId, MappingId, PreviewId, ProgressId, ResultsId };

    explicit ImportWizard(Application &application, QWidget *parent = nullptr);
    ~ImportWizard() override;

    void setFile(const QString &path);
    /** While an import runs, it is stopped first and its results are shown. */
    void reject() override;

private:
    Application &m_application;
    ImportSession *m_session;
    CsvFilePage *m_file;
};

/** The one file of CSV that is dragged; empty when it is something else. */
[[nodiscard]] QString droppedCsvFile(const QMimeData *data);

} // namespace tandem
