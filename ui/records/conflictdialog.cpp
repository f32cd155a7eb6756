// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/conflictdialog.h"

#include "ui/application.h"
#include "ui/models/conflictmodel.h"
#include "ui/records/conflictpage.h"
#include "ui/whendone.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>
#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView geometryKey{"conflicts/geometry"};
constexpr QLatin1StringView splitterKey{"conflicts/splitter"};

} // namespace

ConflictDialog::ConflictDialog(Application &application, RecordId record, IntegrationId integration,
                               QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_record(record)
    , m_integration(integration)
    , m_model(new ConflictModel(this))
    , m_message(new MessageBar(this))
    , m_splitter(new QSplitter(this))
    , m_list(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_page(new ConflictPage(this))
    , m_count(new ElidedLabel(this))
    , m_apply(new QPushButton(actionIcon(u"ok"_s), tr("&Apply"), this))
{
    setObjectName(u"conflictDialog"_s);
    setWindowTitle(tr("Conflicts"));
    resize(m_record == 0 ? 980 : 720, 640);

    m_message->setObjectName(u"conflictMessage"_s);
    m_message->hide();
    m_list->setObjectName(u"conflictList"_s);
    m_list->setAccessibleName(tr("Records with conflicts"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(ConflictModel::RecordColumn, 140);
    m_list->setVisible(m_record == 0);
    m_empty->setObjectName(u"noConflictsPage"_s);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_page);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pages);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({280, 700});

    m_count->setObjectName(u"conflictCount"_s);
    m_apply->setObjectName(u"applyConflictButton"_s);
    m_apply->setDefault(true);
    m_apply->setEnabled(false);
    const QKeySequence applyKey(Qt::CTRL | Qt::Key_Return);
    m_apply->setToolTip(tr("Settle this record as chosen, and go on to the next (%1)")
                            .arg(applyKey.toString(QKeySequence::NativeText)));
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(u"closeConflictsButton"_s);
    close->setAutoDefault(false);
    for (const QKeyCombination key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(key, this), &QShortcut::activated, m_apply, &QAbstractButton::click);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    column->addLayout(buttons);

    m_askTimer.setSingleShot(true);
    m_askTimer.setInterval(200ms);
    connect(&m_askTimer, &QTimer::timeout, this, &ConflictDialog::ask);
    connect(&application.engine(), &SyncEngine::recordsChanged, this, [this] {
        if (!m_askTimer.isActive())
            m_askTimer.start();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConflictDialog::showCurrent);
    connect(m_page, &ConflictPage::recordWanted, this, &ConflictDialog::showRecord);
    connect(m_apply, &QPushButton::clicked, this, &ConflictDialog::apply);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    const QSettings &settings = application.settings();
    if (m_record == 0) {
        restoreGeometry(settings.value(geometryKey).toByteArray());
        m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    }
    ask();
}

ConflictDialog::~ConflictDialog()
{
    m_list->selectionModel()->disconnect(this);
}

void ConflictDialog::done(int result)
{
    if (m_record == 0) {
        QSettings &settings = m_application.settings();
        settings.setValue(geometryKey, saveGeometry());
        settings.setValue(splitterKey, m_splitter->saveState());
    }
    QDialog::done(result);
}

void ConflictDialog::ask()
{
    m_askTimer.stop();
    const int request = ++m_request;
    whenDone(m_application.reader().conflicts(m_integration), this,
             [this, request](const Result<QList<Conflict>> &found) {
                 if (request != m_request)
                     return;
                 if (found)
                     take(*found);
                 else
                     m_message->showText(MessageBar::Tone::Error, found.error().message);
                 Q_EMIT settled();
             });
}

void ConflictDialog::take(const QList<Conflict> &conflicts)
{
    QList<Conflict> wanted = conflicts;
    if (m_record != 0)
        wanted.removeIf([this](const Conflict &conflict) { return conflict.recordId != m_record; });
    m_model->setConflicts(wanted);
    if (m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

void ConflictDialog::showCurrent()
{
    const ConflictCase *current = m_model->at(m_list->currentIndex().row());
    m_apply->setEnabled(current && !m_isApplying);
    const int left = m_model->rowCount();
    m_count->setText(left > 0 ? tr("%Ln record(s) to decide", nullptr, left) : QString());
    if (!current) {
        m_empty->show(stateIcon(SyncState::Synced), tr("Nothing to decide"),
                      tr("Where a field was changed here and in the PSA, and Sync Settings say “Ask me”, it "
                         "waits here for your choice."),
                      {});
        m_pages->setCurrentWidget(m_empty);
        return;
    }
    m_page->setCase(*current);
    m_pages->setCurrentWidget(m_page);
}

void ConflictDialog::showRecord()
{
    const ConflictCase *current = m_model->at(m_list->currentIndex().row());
    if (!current)
        return;
    const RecordId id = current->recordId();
    accept();
    Q_EMIT recordWanted(id);
}

void ConflictDialog::apply()
{
    const ConflictCase *current = m_model->at(m_list->currentIndex().row());
    if (!current || m_isApplying)
        return;
    m_isApplying = true;
    m_apply->setEnabled(false);
    m_message->hide();
    whenDone(m_application.engine().decideConflict(current->recordId(), current->integrationId(),
                                                   m_page->choices(), m_application.person()),
             this, [this](const Result<void> &result) { takeApplied(result); });
}

void ConflictDialog::takeApplied(const Result<void> &result)
{
    if (!result)
        m_message->showText(MessageBar::Tone::Error, result.error().message);
    if (result && m_record != 0 && m_model->rowCount() <= 1) {
        Q_EMIT said(tr("The conflict is settled."));
        accept();
        return;
    }
    m_isApplying = false;
    m_apply->setEnabled(false);
    ask();
}

} // namespace tandem
