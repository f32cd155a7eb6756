// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/localapidialog.h"

#include "ui/api/apikeymodel.h"
#include "ui/api/localapi.h"
#include "ui/api/newapikeydialog.h"
#include "ui/application.h"
#include "ui/whendone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/messagebox.h"
#include "ui/widgets/rowtable.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace tandem {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int firstPort = 1024; // those below belong to the system

} // namespace

LocalApiDialog::LocalApiDialog(Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_api(application.localApi())
    , m_message(new MessageBar(this))
    , m_on(new QCheckBox(tr("&Serve the local API"), this))
    , m_port(new QSpinBox(this))
    , m_stateIcon(new QLabel(this))
    , m_state(new QLabel(this))
    , m_copy(new QPushButton(tr("&Copy Address"), this))
    , m_model(new ApiKeyModel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new RowTable(this))
    , m_empty(new EmptyState(this))
    , m_newAction(new QAction(actionIcon(u"add"_s), tr("&New Key…"), this))
    , m_new(new QPushButton(actionIcon(u"add"_s), tr("&New Key…"), this))
    , m_revoke(new QPushButton(tr("&Revoke…"), this))
    , m_refresh(new QTimer(this))
{
    setObjectName(u"localApiDialog"_s);
    setWindowTitle(tr("Local API"));
    m_message->setObjectName(u"localApiMessage"_s);
    m_message->hide();
    makeSwitch();
    makeTable();
    layOut();

    connect(&m_api, &LocalApi::changed, this, &LocalApiDialog::showState);
    connect(m_newAction, &QAction::triggered, this, &LocalApiDialog::openNewKey);
    connect(m_new, &QPushButton::clicked, this, &LocalApiDialog::openNewKey);
    connect(m_revoke, &QPushButton::clicked, this, &LocalApiDialog::revoke);
    // When a key was used last changes while one looks.
    m_refresh->start(5s);
    connect(m_refresh, &QTimer::timeout, this, &LocalApiDialog::reload);

    resize(680, 480);
    restoreGeometry(m_application.settings().value("localApiDialog/geometry"_L1).toByteArray());
    showState();
    updateButtons();
    reload();
    m_on->setFocus();
}

LocalApiDialog::~LocalApiDialog()
{
    m_application.settings().setValue("localApiDialog/geometry"_L1, saveGeometry());
}

void LocalApiDialog::makeSwitch()
{
    m_on->setObjectName(u"localApiCheck"_s);
    m_on->setChecked(m_api.isOn());
    m_port->setObjectName(u"localApiPortSpin"_s);
    m_port->setRange(firstPort, 65535);
    m_port->setValue(m_api.port());
    m_port->setGroupSeparatorShown(false);
    // A port is taken when it is typed out, and not at each of its digits.
    m_port->setKeyboardTracking(false);
    m_state->setObjectName(u"localApiState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(u"copyApiAddressButton"_s);
    m_copy->setIcon(QIcon::fromTheme(u"edit-copy"_s));
    m_copy->setAutoDefault(false);
    connect(m_on, &QCheckBox::toggled, this, [this](bool isOn) { m_api.setOn(isOn); });
    connect(m_port, &QSpinBox::valueChanged, this, [this](int port) { m_api.setPort(quint16(port)); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_api.address());
        m_message->showText(MessageBar::Tone::Information, tr("The address is in the clipboard."));
    });
}

void LocalApiDialog::makeTable()
{
    m_table->setObjectName(u"apiKeysTable"_s);
    m_table->setAccessibleName(tr("API keys"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setMinimumSectionSize(72);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ApiKeyModel::NameColumn, QHeaderView::Stretch);
    m_empty->setObjectName(u"apiKeysEmpty"_s);
    m_newAction->setObjectName(u"newApiKeyAction"_s);
    m_newAction->setIconText(tr("New Key…"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_new->setObjectName(u"newApiKeyButton"_s);
    m_new->setAutoDefault(false);
    m_revoke->setObjectName(u"revokeApiKeyButton"_s);
    m_revoke->setIcon(actionIcon(u"delete"_s));
    m_revoke->setAutoDefault(false);
    m_revoke->setToolTip(tr("From then on, Tandem refuses the key"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LocalApiDialog::updateButtons);
}

void LocalApiDialog::layOut()
{
    auto *words =
        new QLabel(tr("Scripts written for IT Glue work with Tandem: give them this address and a key from "
                      "here. Only programs on this computer can reach it. What they change goes to the PSAs "
                      "like a change of yours."),
                   this);
    words->setObjectName(u"localApiExplanation"_s);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *portLabel = new QLabel(tr("&Port:"), this);
    portLabel->setBuddy(m_port);

    auto *switches = new QHBoxLayout;
    switches->setSpacing(8);
    switches->addWidget(m_on);
    switches->addStretch(1);
    switches->addWidget(portLabel);
    switches->addWidget(m_port);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    state->addWidget(m_copy);
    auto *keysLabel = new QLabel(tr("API &keys"), this);
    keysLabel->setBuddy(m_table);
    auto *keyButtons = new QHBoxLayout;
    keyButtons->setSpacing(8);
    keyButtons->addWidget(keysLabel);
    keyButtons->addStretch(1);
    keyButtons->addWidget(m_new);
    keyButtons->addWidget(m_revoke);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(u"buttonBox"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeButton"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(words);
    column->addLayout(switches);
    column->addLayout(state);
    column->addSpacing(8);
    column->addLayout(keyButtons);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
}

void LocalApiDialog::showState()
{
    QString icon;
    switch (m_api.state()) {
    case LocalApi::State::Off:
        m_state->setText(tr("Off."));
        icon = u"pause"_s;
        break;
    case LocalApi::State::Changing:
        m_state->setText(m_api.isOn() ? tr("Starting…") : tr("Ending what is under way…"));
        icon = u"sync"_s;
        break;
    case LocalApi::State::Running:
        m_state->setText(tr("Running at %1").arg(m_api.address()));
        icon = u"ok"_s;
        break;
    case LocalApi::State::Failed:
        m_state->setText(m_api.problem());
        icon = u"warning"_s;
        break;
    }
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_stateIcon->setPixmap(actionIcon(icon).pixmap(QSize(size, size), devicePixelRatioF()));
    m_copy->setEnabled(m_api.state() == LocalApi::State::Running);
}

void LocalApiDialog::reload()
{
    whenDone(m_application.reader().apiKeys(), this, [this](const Result<QList<ApiKey>> &keys) {
        if (!keys) {
            m_message->showText(MessageBar::Tone::Error,
                                tr("The keys cannot be read. %1").arg(keys.error().message));
            return;
        }
        m_model->setKeys(*keys);
        if (keys->isEmpty())
            m_empty->show(actionIcon(u"settings"_s), tr("There is no API key yet"),
                          tr("A script needs one to get in. Make a key for each script, so that each can be "
                             "revoked alone."),
                          {m_newAction});
        m_pages->setCurrentWidget(keys->isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
        if (!keys->isEmpty() && !m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
        updateButtons();
    });
}

ApiKey LocalApiDialog::currentKey() const
{
    return m_model->keyAt(m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1);
}

void LocalApiDialog::updateButtons()
{
    const ApiKey key = currentKey();
    m_revoke->setEnabled(key.id != 0 && !key.revokedAt.isValid());
}

void LocalApiDialog::openNewKey()
{
    auto *dialog = new NewApiKeyDialog(m_application, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewApiKeyDialog::created, this, &LocalApiDialog::reload);
    dialog->open();
}

void LocalApiDialog::revoke()
{
    const ApiKey key = currentKey();
    if (key.id == 0)
        return;
    MessageBox::show(
        this,
        {.icon = QMessageBox::Warning,
         .title = tr("Revoke API Key"),
         .text = tr("Revoke the API key \"%1\"?").arg(key.name),
         .detail = tr("Scripts that use it are refused from now on. This cannot be undone; a new key "
                      "can be made at any time."),
         .acceptText = tr("Revoke")},
        [this, id = key.id](bool accepted) {
            if (!accepted)
                return;
            whenDone(m_application.engine().revokeApiKey(id), this, [this](const Result<void> &revoked) {
                if (!revoked)
                    m_message->showText(MessageBar::Tone::Error, revoked.error().message);
                reload();
            });
        });
}

} // namespace tandem
