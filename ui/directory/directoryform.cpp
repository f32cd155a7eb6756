// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directoryform.h"

#include "core/field.h"
#include "sources/directory/ldapfilter.h"
#include "ui/application.h"
#include "ui/directory/directorywords.h"
#include "ui/integrations/integrationwords.h"
#include "ui/integrations/noticelabel.h"
#include "ui/records/fieldeditor.h"
#include "ui/whendone.h"
#include "ui/widgets/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostUsers = 10;
constexpr std::array intervals{15, 60, 240, 1440};

QLineEdit *makeEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    return edit;
}

QWidget *beside(QWidget *field, QWidget *button)
{
    auto *cell = new QWidget(field->parentWidget());
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(button);
    return cell;
}

} // namespace

DirectoryForm::DirectoryForm(Application &application, QWidget *parent)
    : QWidget(parent)
    , m_application(application)
    , m_form(new QFormLayout)
    , m_name(makeEdit(u"directoryNameEdit"_s, this))
    , m_server(makeEdit(u"directoryServerEdit"_s, this))
    , m_port(new QSpinBox(this))
    , m_security(new QComboBox(this))
    , m_bind(new QComboBox(this))
    , m_userName(makeEdit(u"directoryUserEdit"_s, this))
    , m_password(makeEdit(u"directoryPasswordEdit"_s, this))
    , m_caFile(makeEdit(u"directoryCaFileEdit"_s, this))
    , m_baseDn(new QComboBox(this))
    , m_readBase(new QPushButton(tr("&Read from Server"), this))
    , m_filter(makeEdit(u"directoryFilterEdit"_s, this))
    , m_organization(makeFieldEditor(*findField(AssetKind::Contact, u"organization"_s), application.reader(),
                                     false, this))
    , m_createsDisabled(new QCheckBox(tr("Also make contacts for &disabled users"), this))
    , m_interval(new QComboBox(this))
    , m_test(new QPushButton(actionIcon(u"connect"_s), tr("&Test"), this))
    , m_progress(new QProgressBar(this))
    , m_result(new NoticeLabel(this))
    , m_users(new QTableWidget(0, 4, this))
{
    setObjectName(u"directoryForm"_s);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(6);

    m_name->setText(tr("Active Directory"));
    m_name->setMaxLength(100);
    m_server->setPlaceholderText(u"dc1.example.com"_s);
    m_port->setObjectName(u"directoryPortSpin"_s);
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("usual"));
    m_port->setAccessibleName(tr("Port"));
    m_security->setObjectName(u"directorySecurityCombo"_s);
    m_security->addItem(tr("LDAPS"), int(DirectorySecurity::Ldaps));
    m_security->addItem(tr("StartTLS"), int(DirectorySecurity::StartTls));
    m_security->addItem(tr("By the Kerberos ticket"), int(DirectorySecurity::Kerberos));
    m_bind->setObjectName(u"directoryBindCombo"_s);
    m_bind->addItem(tr("User name and password"), int(DirectoryBind::Simple));
    m_bind->addItem(tr("Kerberos ticket of this user"), int(DirectoryBind::Kerberos));
    m_userName->setPlaceholderText(u"reader@example.com"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                    | Qt::ImhNoAutoUppercase);
    m_caFile->setPlaceholderText(tr("the authorities that this computer trusts"));
    auto *chooseFile = new QPushButton(tr("&Choose…"), this);
    chooseFile->setObjectName(u"directoryCaFileButton"_s);
    chooseFile->setAutoDefault(false);
    m_baseDn->setObjectName(u"directoryBaseDnCombo"_s);
    m_baseDn->setEditable(true);
    m_baseDn->lineEdit()->setPlaceholderText(u"DC=example,DC=com"_s);
    m_readBase->setObjectName(u"directoryReadBaseButton"_s);
    m_readBase->setAutoDefault(false);
    m_filter->setText(activeDirectoryUserFilter());
    m_createsDisabled->setObjectName(u"directoryDisabledCheck"_s);
    m_createsDisabled->setToolTip(
        tr("Contacts that are there already show in any case that their account is disabled."));
    m_interval->setObjectName(u"directoryIntervalCombo"_s);
    for (const int minutes : intervals)
        m_interval->addItem(intervalText(minutes), minutes);
    m_interval->addItem(tr("Only when asked"), 0);
    m_interval->setCurrentIndex(1);
    m_test->setObjectName(u"directoryTestButton"_s);
    m_test->setAutoDefault(false);
    m_progress->setObjectName(u"directoryProgress"_s);
    m_progress->setAccessibleName(tr("Asking the directory"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(160);
    m_progress->hide();
    m_result->setObjectName(u"directoryResult"_s);
    m_users->setObjectName(u"directoryUsersTable"_s);
    m_users->setAccessibleName(tr("Users that the filter finds"));
    m_users->setHorizontalHeaderLabels({tr("Name"), tr("Account"), tr("Email"), tr("Status")});
    m_users->verticalHeader()->hide();
    m_users->horizontalHeader()->setStretchLastSection(true);
    m_users->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_users->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_users->setAlternatingRowColors(true);
    m_users->verticalHeader()->setDefaultSectionSize(m_users->verticalHeader()->minimumSectionSize());
    m_users->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_users->setWordWrap(false);
    m_users->hide();

    auto *address = new QWidget(this);
    auto *addressRow = new QHBoxLayout(address);
    addressRow->setContentsMargins({});
    addressRow->setSpacing(8);
    addressRow->addWidget(m_server, 1);
    addressRow->addWidget(new QLabel(tr("Port:"), address));
    addressRow->addWidget(m_port);
    addressRow->addWidget(m_security);
    m_fields.insert(u"port"_s, m_port);
    m_fields.insert(u"security"_s, m_security);

    addRow(u"name"_s, tr("&Name:"), m_name, tr("Lists and logs show this name."));
    m_form->addRow(tr("&Server:"), address);
    m_fields.insert(u"server"_s, m_server);
    m_server->setAccessibleName(tr("Server"));
    m_security->setAccessibleName(tr("Encryption"));
    addRow(u"bind"_s, tr("Sign &in with:"), m_bind, tr("How Tandem signs in"));
    addRow(u"user_name"_s, tr("&User name:"), m_userName,
           tr("A DN, user@domain or DOMAIN\\user; it only has to read"));
    addRow(u"password"_s, tr("Pass&word:"), m_password,
           tr("Kept in the keychain of this computer, never in the database"));
    m_form->addRow(tr("Certificate &file:"), beside(m_caFile, chooseFile));
    m_fields.insert(u"ca_file"_s, m_caFile);
    m_caFile->setAccessibleName(tr("Certificate file"));
    m_caFile->setToolTip(tr("The certificate of the authority that issued the server's, in PEM format"));
    m_form->addRow(tr("&Base DN:"), beside(m_baseDn, m_readBase));
    m_fields.insert(u"base_dn"_s, m_baseDn);
    m_baseDn->setAccessibleName(tr("Base DN"));
    addRow(u"filter"_s, tr("User fi&lter:"), m_filter, tr("Which entries are users, as an LDAP filter"));
    addRow(u"organization"_s, tr("&Organization:"), m_organization,
           tr("The organization whose contacts they become"));
    m_form->addRow(QString(), m_createsDisabled);
    addRow(u"interval"_s, tr("Check for chan&ges every:"), m_interval,
           tr("How often Tandem asks for what changed"));

    auto *testRow = new QHBoxLayout;
    testRow->addWidget(m_test);
    testRow->addWidget(m_progress);
    testRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addLayout(m_form);
    column->addLayout(testRow);
    column->addWidget(m_result);
    column->addWidget(m_users);
    column->addStretch(1);

    for (QLineEdit *edit : {m_server, m_userName, m_password, m_caFile, m_filter})
        connect(edit, &QLineEdit::textEdited, this, &DirectoryForm::takeEdit);
    connect(m_name, &QLineEdit::textEdited, this, &DirectoryForm::edited);
    connect(m_baseDn, &QComboBox::currentTextChanged, this, &DirectoryForm::takeEdit);
    connect(m_port, &QSpinBox::valueChanged, this, &DirectoryForm::takeEdit);
    for (QComboBox *combo : {m_security, m_bind}) {
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            showSecurity();
            takeEdit();
        });
    }
    connect(m_organization, &FieldEditor::edited, this, &DirectoryForm::edited);
    connect(m_readBase, &QPushButton::clicked, this, &DirectoryForm::readBase);
    connect(m_test, &QPushButton::clicked, this, &DirectoryForm::test);
    connect(chooseFile, &QPushButton::clicked, this, &DirectoryForm::chooseCaFile);
    showSecurity();
}

DirectoryForm::~DirectoryForm() = default;

void DirectoryForm::addRow(const QString &field, const QString &title, QWidget *widget, const QString &help)
{
    auto *label = new QLabel(title, this);
    label->setBuddy(widget);
    widget->setToolTip(help);
    widget->setAccessibleName(QString(title).remove(u'&').remove(u':'));
    widget->setAccessibleDescription(help);
    m_form->addRow(label, widget);
    m_fields.insert(field, widget);
}

void DirectoryForm::setDirectory(const Directory &directory, const QString &organizationName)
{
    m_stored = directory;
    m_name->setText(directory.name);
    m_server->setText(directory.server);
    m_port->setValue(directory.port);
    m_security->setCurrentIndex(m_security->findData(int(directory.security)));
    m_bind->setCurrentIndex(m_bind->findData(int(directory.bind)));
    m_userName->setText(directory.userName);
    m_password->setPlaceholderText(tr("stays as it is"));
    m_caFile->setText(directory.caFile);
    m_baseDn->setEditText(directory.baseDn);
    m_filter->setText(directory.filter);
    if (directory.organizationId != 0)
        m_organization->setValue(directory.organizationId, organizationName);
    m_createsDisabled->setChecked(directory.createsDisabled);
    if (m_interval->findData(directory.intervalMinutes) < 0)
        m_interval->addItem(intervalText(directory.intervalMinutes), directory.intervalMinutes);
    m_interval->setCurrentIndex(m_interval->findData(directory.intervalMinutes));
    m_hasInput = false;
    m_isTested = false;
}

Directory DirectoryForm::directory() const
{
    Directory directory = m_stored;
    directory.name = m_name->text().trimmed();
    directory.server = m_server->text().trimmed();
    directory.port = m_port->value();
    directory.security = DirectorySecurity(m_security->currentData().toInt());
    directory.bind = DirectoryBind(m_bind->currentData().toInt());
    directory.userName = directory.bind == DirectoryBind::Simple ? m_userName->text().trimmed() : QString();
    directory.caFile = m_caFile->text().trimmed();
    directory.baseDn = m_baseDn->currentText().trimmed();
    directory.filter = m_filter->text().trimmed();
    directory.organizationId = m_organization->value().toInteger();
    directory.createsDisabled = m_createsDisabled->isChecked();
    directory.intervalMinutes = m_interval->currentData().toInt();
    return directory;
}

SecretString DirectoryForm::password() const
{
    return SecretString(m_password->text());
}

bool DirectoryForm::hasInput() const
{
    return m_hasInput;
}

bool DirectoryForm::isBusy() const
{
    return m_isBusy;
}

bool DirectoryForm::isTested() const
{
    return m_isTested;
}

void DirectoryForm::takeEdit()
{
    m_hasInput = true;
    m_isTested = false;
    ++m_request;
    if (m_isBusy)
        setBusy(false);
    m_result->clear();
    m_users->hide();
    Q_EMIT edited();
}

/** A password needs TLS, and a ticket needs no password. */
void DirectoryForm::showSecurity()
{
    const bool isSimple = DirectoryBind(m_bind->currentData().toInt()) == DirectoryBind::Simple;
    const int kerberos = m_security->findData(int(DirectorySecurity::Kerberos));
    if (isSimple && m_security->currentIndex() == kerberos)
        m_security->setCurrentIndex(0);
    m_userName->setEnabled(isSimple);
    m_password->setEnabled(isSimple);
    m_caFile->setEnabled(m_security->currentIndex() != kerberos);
}

bool DirectoryForm::check()
{
    const Directory directory = this->directory();
    const auto missing = [this](const QString &field, const QString &message) {
        showError({.code = ErrorCode::BadInput, .message = message, .field = field});
        return false;
    };
    if (directory.server.isEmpty())
        return missing(u"server"_s, tr("Enter the name of the server, such as dc1.example.com."));
    const bool hasPassword = !m_password->text().isEmpty() || m_stored.id != 0;
    if (directory.bind == DirectoryBind::Simple && directory.userName.isEmpty())
        return missing(u"user_name"_s, tr("Enter the user name that Tandem signs in with."));
    if (directory.bind == DirectoryBind::Simple && !hasPassword)
        return missing(u"password"_s, tr("Enter the password."));
    if (directory.bind == DirectoryBind::Simple && directory.security == DirectorySecurity::Kerberos)
        return missing(u"security"_s,
                       tr("A password is only sent over LDAPS or StartTLS. Choose one of them."));
    if (directory.baseDn.isEmpty())
        return missing(u"base_dn"_s, tr("Enter the base DN, or read it from the server."));
    if (directory.filter.isEmpty())
        return missing(u"filter"_s, tr("Enter a filter that finds the users."));
    return true;
}

void DirectoryForm::showError(const Error &error)
{
    m_users->hide();
    m_result->say(NoticeLabel::Kind::Error, errorText(error));
    if (QWidget *field = m_fields.value(error.field))
        field->setFocus();
}

void DirectoryForm::test()
{
    if (m_isBusy || !check())
        return;
    setBusy(true);
    m_result->clear();
    m_users->hide();
    const int request = ++m_request;
    whenDone(m_application.directories().test(directory(), password()), this,
             [this, request](const Result<DirectoryTest> &tested) {
                 if (request != m_request)
                     return;
                 m_isTested = tested.has_value();
                 setBusy(false);
                 if (tested)
                     showUsers(*tested);
                 else
                     showError(tested.error());
                 Q_EMIT testFinished(m_isTested);
             });
}

void DirectoryForm::readBase()
{
    const Directory directory = this->directory();
    if (m_isBusy)
        return;
    if (directory.server.isEmpty()) {
        showError({.code = ErrorCode::BadInput,
                   .message = tr("Enter the name of the server, such as dc1.example.com."),
                   .field = u"server"_s});
        return;
    }
    setBusy(true);
    const int request = ++m_request;
    whenDone(m_application.directories().readRoot(directory, password()), this,
             [this, request](const Result<LdapRoot> &root) {
                 if (request != m_request)
                     return;
                 setBusy(false);
                 if (!root) {
                     showError(root.error());
                     return;
                 }
                 m_baseDn->clear();
                 m_baseDn->addItems(root->baseDns);
                 const bool isUntouched =
                     m_filter->text() == activeDirectoryUserFilter() || m_filter->text() == plainUserFilter();
                 if (isUntouched)
                     m_filter->setText(root->isActiveDirectory ? activeDirectoryUserFilter()
                                                               : plainUserFilter());
                 m_result->say(root->baseDns.isEmpty() ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Good,
                               root->baseDns.isEmpty() ? tr("The server tells no base DN. Enter it by hand, "
                                                            "or enter the user name and password first.")
                                   : root->isActiveDirectory ? tr("An Active Directory answers.")
                                                             : tr("An LDAP server answers."));
             });
}

void DirectoryForm::showUsers(const DirectoryTest &test)
{
    m_result->say(test.users.isEmpty() ? NoticeLabel::Kind::Warning : NoticeLabel::Kind::Good,
                  directoryTestText(test));
    m_users->setRowCount(int(qMin<qsizetype>(test.users.size(), mostUsers)));
    for (int row = 0; row < m_users->rowCount(); ++row) {
        const DirectoryUser &user = test.users.at(row);
        const QStringList texts{user.name(), user.account, user.person.email,
                                accountStatusTitle(user.status)};
        for (int column = 0; column < int(texts.size()); ++column)
            m_users->setItem(row, column, new QTableWidgetItem(texts.at(column)));
    }
    m_users->resizeColumnsToContents();
    // As high as its rows: ten at most, and what holds the form scrolls.
    m_users->setFixedHeight(m_users->horizontalHeader()->sizeHint().height()
                            + m_users->verticalHeader()->length() + 2 * m_users->frameWidth());
    m_users->setVisible(m_users->rowCount() > 0);
}

void DirectoryForm::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setVisible(busy);
    m_test->setEnabled(!busy);
    m_readBase->setEnabled(!busy);
    Q_EMIT busyChanged();
}

void DirectoryForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificate of the Authority"), m_caFile->text(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_caFile->setText(file);
        takeEdit();
    });
    dialog->open();
}

} // namespace tandem
