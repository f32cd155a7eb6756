// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/api/newapikeydialog.h"

#include "ui/application.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 480;
constexpr int longestName = 100;

} // namespace

NewApiKeyDialog::NewApiKeyDialog(Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_message(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_name(new QLineEdit(this))
    , m_role(new QComboBox(this))
    , m_roleExplanation(new QLabel(this))
    , m_key(new QLineEdit(this))
    , m_create(new QPushButton(tr("C&reate Key"), this))
    , m_close(nullptr)
{
    setObjectName(u"newApiKeyDialog"_s);
    setWindowTitle(tr("New API Key"));
    m_message->setObjectName(u"newApiKeyMessage"_s);
    m_message->hide();
    m_pages->addWidget(makeForm());
    m_pages->addWidget(makeResult());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(u"buttonBox"_s);
    m_close = buttons->button(QDialogButtonBox::Cancel);
    m_close->setObjectName(u"closeNewApiKeyButton"_s);
    m_create->setObjectName(u"createApiKeyButton"_s);
    m_create->setDefault(true);
    m_create->setEnabled(false);
    buttons->addButton(m_create, QDialogButtonBox::ActionRole);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    setMinimumWidth(leastWidth);

    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_create->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_role, &QComboBox::currentIndexChanged, this, &NewApiKeyDialog::explainRole);
    connect(m_create, &QPushButton::clicked, this, &NewApiKeyDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    explainRole();
    m_name->setFocus();
}

NewApiKeyDialog::~NewApiKeyDialog() = default;

QWidget *NewApiKeyDialog::makeForm()
{
    auto *page = new QWidget(this);
    m_name->setObjectName(u"apiKeyNameEdit"_s);
    m_name->setMaxLength(longestName);
    m_name->setPlaceholderText(tr("Such as the name of the script that uses it"));
    m_role->setObjectName(u"apiKeyRoleCombo"_s);
    for (const Role role : allRoles)
        m_role->addItem(roleTitle(role), int(role));
    m_role->setCurrentIndex(m_role->findData(int(Role::Editor)));
    m_roleExplanation->setObjectName(u"apiKeyRoleExplanation"_s);
    m_roleExplanation->setTextFormat(Qt::PlainText);
    m_roleExplanation->setWordWrap(true);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Role:"), m_role);
    form->addRow(QString(), m_roleExplanation);
    return page;
}

QWidget *NewApiKeyDialog::makeResult()
{
    auto *page = new QWidget(this);
    auto *words =
        new QLabel(tr("This is the new key. Copy it now and keep it in a safe place: Tandem stores only "
                      "a fingerprint of it and cannot show it again."),
                   page);
    words->setObjectName(u"apiKeyWords"_s);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_key->setObjectName(u"apiKeyEdit"_s);
    m_key->setAccessibleName(tr("The new key"));
    m_key->setReadOnly(true);
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copyButton = new QPushButton(QIcon::fromTheme(u"edit-copy"_s), tr("&Copy"), page);
    copyButton->setObjectName(u"copyApiKeyButton"_s);
    copyButton->setAutoDefault(false);
    connect(copyButton, &QPushButton::clicked, this, &NewApiKeyDialog::copy);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(copyButton);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(words);
    column->addLayout(row);
    column->addStretch(1);
    return page;
}

void NewApiKeyDialog::explainRole()
{
    m_roleExplanation->setText(roleExplanation(Role(m_role->currentData().toInt())));
}

void NewApiKeyDialog::create()
{
    m_create->setEnabled(false);
    m_message->hide();
    whenDone(m_application.engine().createApiKey(m_name->text(), Role(m_role->currentData().toInt()),
                                                 m_application.person()),
             this, [this](const Result<NewApiKey> &made) { take(made); });
}

void NewApiKeyDialog::take(const Result<NewApiKey> &made)
{
    if (!made) {
        m_message->showText(MessageBar::Tone::Error, made.error().message);
        m_create->setEnabled(true);
        m_name->setFocus();
        m_name->selectAll();
        return;
    }
    m_key->setText(QString::fromLatin1(made->key.reveal()));
    m_key->setCursorPosition(0);
    m_pages->setCurrentIndex(1);
    m_create->hide();
    m_close->setText(tr("&Close"));
    m_close->setDefault(true);
    m_key->setFocus();
    m_key->selectAll();
    Q_EMIT created();
}

void NewApiKeyDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_key->text());
    m_message->showText(MessageBar::Tone::Information, tr("The key is in the clipboard."));
}

} // namespace tandem
