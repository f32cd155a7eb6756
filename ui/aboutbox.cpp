// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutbox.h"

#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QDir>
#include <QMessageBox>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tandem::MainWindow)
};

} // namespace

void openAboutBox(const QString &profileFolder, QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Tandem"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), box->devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(Words::tr("Tandem %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        Words::tr("Keeps the documentation of an MSP's clients and its PSA in step, both ways.\n\n"
                  "Free software under the GNU General Public License, version 3 or later.\n"
                  "Data: %1\nQt %2")
            .arg(QDir::toNativeSeparators(profileFolder), QString::fromLatin1(qVersion())));
    box->addButton(QMessageBox::Close);
    box->open();
}

} // namespace tandem
