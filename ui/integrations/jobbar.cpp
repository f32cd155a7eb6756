// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/jobbar.h"

#include "ui/widgets/icons.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

JobBar::JobBar(QWidget *parent)
    : QWidget(parent)
    , m_running(new QWidget(this))
    , m_text(new QLabel(m_running))
    , m_progress(new QProgressBar(m_running))
    , m_stop(new QPushButton(m_running))
    , m_message(new MessageBar(this))
    , m_openFolder(new QPushButton(this))
{
    m_text->setObjectName(u"jobText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_progress->setObjectName(u"jobProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(192, 12);
    m_stop->setObjectName(u"jobStopButton"_s);
    m_stop->setText(tr("S&top"));
    m_stop->setAutoDefault(false);
    m_message->setObjectName(u"jobMessage"_s);
    m_openFolder->setObjectName(u"openFolderButton"_s);
    m_openFolder->setText(tr("Op&en Folder"));
    m_openFolder->setAutoDefault(false);
    m_openFolder->hide();

    auto *running = new QHBoxLayout(m_running);
    running->setContentsMargins({});
    running->setSpacing(8);
    running->addWidget(m_text, 1);
    running->addWidget(m_progress);
    running->addWidget(m_stop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_running, 1);
    row->addWidget(m_message, 1);
    row->addWidget(m_openFolder);

    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        Q_EMIT stopWanted();
    });
    connect(m_openFolder, &QPushButton::clicked, this, [this] {
        const QString folder = QFileInfo(m_file).isDir() ? m_file : QFileInfo(m_file).absolutePath();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            m_message->showText(MessageBar::Tone::Warning,
                                tr("No program could be started to show %1.").arg(folder));
    });
    clear();
}

void JobBar::showRunning(const QString &text)
{
    m_isRunning = true;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_stop->setEnabled(true);
    setProgress(-1);
    m_message->hide();
    m_openFolder->hide();
    m_running->show();
    show();
}

void JobBar::setProgress(double share)
{
    m_progress->setRange(0, share < 0 ? 0 : 1000);
    m_progress->setValue(share < 0 ? 0 : qRound(qBound(0.0, share, 1.0) * 1000));
}

void JobBar::showResult(MessageBar::Tone tone, const QString &text, const QString &file)
{
    m_isRunning = false;
    m_file = file;
    m_running->hide();
    m_message->showText(tone, text);
    m_openFolder->setVisible(!file.isEmpty());
    show();
}

void JobBar::clear()
{
    m_isRunning = false;
    m_running->hide();
    m_message->hide();
    m_openFolder->hide();
    hide();
}

bool JobBar::isRunning() const
{
    return m_isRunning;
}

QString JobBar::resultText() const
{
    return m_isRunning || isHidden() ? QString() : m_message->text();
}

} // namespace tandem
