// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/authoritiesbox.h"

#include "net/authorities.h"
#include "ui/integrations/noticelabel.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

/** No certificate is longer; a file that is chosen by mistake may be. */
constexpr qint64 longestFile = 1024 * 1024;

} // namespace

AuthoritiesBox::AuthoritiesBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_choose(new QPushButton(tr("C&hoose…"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_error(new NoticeLabel(this))
{
    setObjectName(u"authoritiesBox"_s);
    m_text->setObjectName(u"authoritiesText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_choose->setObjectName(u"chooseAuthoritiesButton"_s);
    m_choose->setAccessibleName(tr("Choose the certificate of your company's authority"));
    m_choose->setAutoDefault(false);
    m_remove->setObjectName(u"removeAuthoritiesButton"_s);
    m_remove->setAccessibleName(tr("Trust the system's authorities only"));
    m_remove->setAutoDefault(false);
    m_error->setObjectName(u"authoritiesError"_s);

    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->addWidget(m_text, 1);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_error);

    connect(m_choose, &QPushButton::clicked, this, &AuthoritiesBox::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_choose->setFocus(Qt::OtherFocusReason);
        take({});
    });
    setPem({});
}

QByteArray AuthoritiesBox::pem() const
{
    return m_pem;
}

void AuthoritiesBox::setPem(const QByteArray &pem)
{
    m_pem = pem;
    const Result<QList<QSslCertificate>> authorities = authoritiesFrom(pem);
    clearError();
    if (!authorities)
        showError(authorities.error().message);
    const bool isOwn = authorities && !authorities->isEmpty();
    m_text->setText(isOwn ? authoritiesText(*authorities) : tr("those of the system"));
    m_remove->setVisible(!pem.isEmpty());
}

void AuthoritiesBox::setReadOnly(bool readOnly)
{
    m_choose->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly);
}

void AuthoritiesBox::setTabPlace(QWidget *before, QWidget *after)
{
    setTabOrder(before, m_choose);
    setTabOrder(m_choose, m_remove);
    setTabOrder(m_remove, after);
}

void AuthoritiesBox::showError(const QString &message)
{
    m_error->say(NoticeLabel::Kind::Error, message);
}

void AuthoritiesBox::clearError()
{
    m_error->clear();
}

void AuthoritiesBox::choose()
{
    auto *dialog = new QFileDialog(this, tr("Certificate of Your Company's Authority"), QDir::homePath());
    dialog->setObjectName(u"authoritiesFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &AuthoritiesBox::readFile);
    dialog->open();
}

void AuthoritiesBox::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        showError(tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    const QByteArray pem = file.read(longestFile);
    const Result<QList<QSslCertificate>> authorities = authoritiesFrom(pem);
    if (!authorities)
        showError(authorities.error().message);
    else if (authorities->isEmpty())
        showError(tr("The file is empty."));
    else
        take(pem);
}

void AuthoritiesBox::take(const QByteArray &pem)
{
    setPem(pem);
    Q_EMIT edited();
}

} // namespace tandem
