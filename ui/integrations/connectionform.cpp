// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/connectionform.h"

#include "ui/application.h"
#include "ui/integrations/authoritiesbox.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

ConnectionForm::ConnectionForm(Application &application, Use use, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_use(use)
    , m_form(new QFormLayout)
    , m_testButton(new QPushButton(actionIcon(u"connect"_s), tr("&Test Connection"), this))
    , m_cancelButton(new QPushButton(tr("&Stop Test"), this))
    , m_progress(new QProgressBar(this))
    , m_result(new NoticeLabel(this))
{
    setObjectName(u"connectionForm"_s);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(8);

    m_testButton->setObjectName(u"testConnectionButton"_s);
    m_testButton->setAutoDefault(false);
    m_cancelButton->setObjectName(u"cancelTestButton"_s);
    m_cancelButton->setAutoDefault(false);
    m_progress->setObjectName(u"testProgress"_s);
    m_progress->setAccessibleName(tr("Testing the connection"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_result->setObjectName(u"testResult"_s);

    auto *testRow = new QHBoxLayout;
    testRow->addWidget(m_testButton);
    testRow->addWidget(m_progress);
    testRow->addWidget(m_cancelButton);
    testRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_form);
    column->addSpacing(8);
    column->addLayout(testRow);
    column->addWidget(m_result);
    column->addStretch(1);

    m_testButton->setVisible(m_use == Use::New);
    m_progress->hide();
    m_cancelButton->hide();
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionForm::test);
    connect(m_cancelButton, &QPushButton::clicked, this, &ConnectionForm::cancelTest);
}

void ConnectionForm::setPlatform(Platform platform)
{
    if (platform == m_platform)
        return;
    cancelTest();
    m_platform = platform;
    m_isTested = false;
    m_result->clear();
    m_fields.clear();
    m_keys.clear();
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);

    if (m_use == Use::Stored)
        addField(u"name"_s, tr("Name"), tr("Badges, lists and logs show this name."), false);
    const QString psa = platformTitle(platform);
    addField(u"url"_s, tr("Address"),
             commonAddress(platform).isEmpty()
                 ? tr("The address you open %1 with, such as %2.").arg(psa, addressExample(platform))
                 : tr("May stay blank: %1 tells by the user name where your data is.").arg(psa),
             false);
    m_fields.value(u"url"_s).edit->setPlaceholderText(addressExample(platform));
    const QList<CredentialField> fields = credentialFields(platform);
    for (const CredentialField &field : fields)
        addField(field.key, field.label, field.help, field.isSecret);
    addAuthorities();
    // The fields are newer than the buttons below them, and Tab goes by age.
    m_authorities->setTabPlace(m_fields.value(m_keys.constLast()).edit, m_testButton);
    QWidget::setTabOrder(m_testButton, m_cancelButton);
}

void ConnectionForm::addAuthorities()
{
    m_authorities = new AuthoritiesBox(this);
    m_authorities->setToolTip(tr("Only where a proxy of your company reads along, or the PSA is a server of your own: the "
                                 "certificate authority that it is signed by."));
    auto *caption = new QLabel(tr("Trusted authorities:"), this);
    caption->setToolTip(m_authorities->toolTip());
    m_form->addRow(caption, m_authorities);
    connect(m_authorities, &AuthoritiesBox::edited, this, [this] { takeEdit({}); });
}

void ConnectionForm::addField(const QString &key, const QString &label, const QString &help, bool isSecret)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(2);

    auto *edit = new QLineEdit(cell);
    edit->setObjectName(widgetName(key, u"Edit"_s));
    edit->setAccessibleName(label);
    edit->setAccessibleDescription(help);
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    column->addLayout(row);
    if (!isNeeded(key))
        edit->setPlaceholderText(tr("stays as it is"));
    if (isSecret) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                  | Qt::ImhNoAutoUppercase);
        auto *show = new QToolButton(cell);
        show->setObjectName(widgetName(key, u"ShowButton"_s));
        show->setText(tr("Show"));
        show->setAccessibleName(tr("Show the %1").arg(label));
        show->setCheckable(true);
        show->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(show);
        connect(show, &QToolButton::toggled, edit, [edit, show](bool isShown) {
            edit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
            show->setText(isShown ? tr("Hide") : tr("Show"));
        });
    } else {
        edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }

    if (!help.isEmpty()) {
        auto *hint = new QLabel(help, cell);
        hint->setTextFormat(Qt::PlainText);
        hint->setWordWrap(true);
        hint->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(hint);
    }
    auto *error = new NoticeLabel(cell);
    error->setObjectName(widgetName(key, u"Error"_s));
    column->addWidget(error);

    auto *caption = new QLabel(tr("%1:").arg(label), this);
    caption->setBuddy(edit);
    caption->setAlignment(Qt::AlignRight | Qt::AlignTop);
    caption->setMinimumHeight(edit->sizeHint().height());
    caption->setContentsMargins(0, 4, 0, 0);
    m_form->addRow(caption, cell);

    m_keys += key;
    m_fields.insert(key, {edit, error});
    connect(edit, &QLineEdit::textEdited, this, [this, key] { takeEdit(key); });
}

void ConnectionForm::takeEdit(const QString &key)
{
    if (NoticeLabel *error = m_fields.value(key).error)
        error->clear();
    if (m_isTesting)
        cancelTest();
    m_isTested = false;
    m_result->clear();
    Q_EMIT edited();
}

Platform ConnectionForm::platform() const
{
    return m_platform;
}

void ConnectionForm::setStored(const Integration &integration)
{
    if (const Field field = m_fields.value(u"name"_s); field.edit)
        field.edit->setText(integration.name);
    m_fields.value(u"url"_s).edit->setText(integration.url);
    m_authorities->setPem(integration.authorities);
}

bool ConnectionForm::hasInput() const
{
    return std::ranges::any_of(m_fields, [](const Field &field) { return !field.edit->text().isEmpty(); });
}

ConnectionDetails ConnectionForm::details() const
{
    ConnectionDetails details;
    details.platform = m_platform;
    if (m_authorities)
        details.authorities = m_authorities->pem();
    for (const QString &key : m_keys) {
        const QString text = m_fields.value(key).edit->text().trimmed();
        if (key == "name"_L1)
            details.name = text;
        else if (key == "url"_L1)
            details.url = text.isEmpty() ? commonAddress(m_platform) : text;
        else if (!text.isEmpty())
            details.credentials.insert(key, SecretString(text));
    }
    return details;
}

bool ConnectionForm::isNeeded(const QString &key) const
{
    if (key == "url"_L1)
        return commonAddress(m_platform).isEmpty();
    return m_use == Use::New || key == "name"_L1;
}

bool ConnectionForm::check()
{
    clearErrors();
    QLineEdit *first = nullptr;
    for (const QString &key : std::as_const(m_keys)) {
        const Field field = m_fields.value(key);
        if (!field.edit->text().trimmed().isEmpty() || !isNeeded(key))
            continue;
        QString text = tr("%1 asks for this.").arg(platformTitle(m_platform));
        if (key == "url"_L1)
            text = tr("Type the address, such as %1.").arg(addressExample(m_platform));
        else if (key == "name"_L1)
            text = tr("Type a name.");
        field.error->say(NoticeLabel::Kind::Error, text);
        if (!first)
            first = field.edit;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void ConnectionForm::showError(const Error &error)
{
    clearErrors();
    if (error.field == "authorities"_L1) {
        m_authorities->showError(errorText(error));
        return;
    }
    const Field field = m_fields.value(connectionFieldOf(m_platform, error));
    if (!field.edit) {
        m_result->say(NoticeLabel::Kind::Error, errorText(error));
        return;
    }
    field.error->say(NoticeLabel::Kind::Error, errorText(error));
    field.edit->setFocus(Qt::OtherFocusReason);
    field.edit->selectAll();
}

void ConnectionForm::clearErrors()
{
    m_result->clear();
    if (m_authorities)
        m_authorities->clearError();
    for (const Field &field : std::as_const(m_fields))
        field.error->clear();
}

void ConnectionForm::setReadOnly(bool readOnly)
{
    for (const Field &field : std::as_const(m_fields))
        field.edit->setReadOnly(readOnly);
    if (m_authorities)
        m_authorities->setReadOnly(readOnly);
    m_testButton->setEnabled(!readOnly);
}

void ConnectionForm::test()
{
    if (m_isTesting || !check())
        return;
    m_isTested = false;
    showTesting(true);
    const int test = ++m_test;
    whenDone(m_application.engine().testConnection(details()), this,
             [this, test](const Result<ServerInfo> &server) {
                 if (test != m_test)
                     return;
                 showTesting(false);
                 m_isTested = server.has_value();
                 if (server) {
                     m_server = *server;
                     const bool isWarned = !server->warning.isEmpty();
                     QStringList sentences{connectedSentence(*server), server->warning};
                     sentences.removeAll(QString());
                     m_result->say(isWarned ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Good,
                                   sentences.join(u'\n'));
                 } else {
                     showError(server.error());
                 }
                 Q_EMIT testFinished(m_isTested);
             });
    Q_EMIT testStarted();
}

void ConnectionForm::cancelTest()
{
    if (!m_isTesting)
        return;
    // The request itself ends by its own deadline; its answer no longer concerns anybody.
    ++m_test;
    showTesting(false);
    m_result->say(NoticeLabel::Kind::Info, tr("The test was stopped."));
    Q_EMIT testFinished(false);
}

void ConnectionForm::showTesting(bool testing)
{
    m_isTesting = testing;
    m_testButton->setEnabled(!testing);
    m_progress->setVisible(testing);
    m_cancelButton->setVisible(testing);
    if (testing)
        m_result->say(NoticeLabel::Kind::Info, tr("Asking %1…").arg(platformTitle(m_platform)));
    else
        m_result->clear();
}

bool ConnectionForm::isTesting() const
{
    return m_isTesting;
}

bool ConnectionForm::isTested() const
{
    return m_isTested;
}

const ServerInfo &ConnectionForm::server() const
{
    return m_server;
}

} // namespace tandem
