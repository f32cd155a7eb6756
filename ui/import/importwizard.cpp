// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importwizard.h"

#include "ui/application.h"
#include "ui/import/csvfilepage.h"
#include "ui/import/csvmappingpage.h"
#include "ui/import/csvpreviewpage.h"
#include "ui/import/csvprogresspage.h"
#include "ui/import/csvresultspage.h"
#include "ui/import/importsession.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView geometryKey = "importWizard/geometry"_L1;

} // namespace

QString droppedCsvFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.constFirst().isLocalFile())
        return {};
    const QString path = urls.constFirst().toLocalFile();
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "csv"_L1 || suffix == "tsv"_L1 || suffix == "txt"_L1 ? path : QString();
}

ImportWizard::ImportWizard(Application &application, QWidget *parent)
    : QWizard(parent)
    , m_application(application)
    , m_session(new ImportSession(application, this))
    , m_file(new CsvFilePage(*m_session))
{
    setObjectName(u"importWizard"_s);
    setWindowTitle(tr("Import CSV File"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoBackButtonOnLastPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    setPage(FileId, m_file);
    setPage(MappingId, new CsvMappingPage(*m_session));
    setPage(PreviewId, new CsvPreviewPage(*m_session));
    setPage(ProgressId, new CsvProgressPage(*m_session));
    setPage(ResultsId, new CsvResultsPage(*m_session));
    resize(900, 660);
    restoreGeometry(m_application.settings().value(geometryKey).toByteArray());
}

ImportWizard::~ImportWizard()
{
    m_application.settings().setValue(geometryKey, saveGeometry());
}

void ImportWizard::setFile(const QString &path)
{
    m_file->setPath(path);
}

void ImportWizard::reject()
{
    if (currentId() == ProgressId && m_session->isRunning())
        m_session->stop();
    else
        QWizard::reject();
}

} // namespace tandem
