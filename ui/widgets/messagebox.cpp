// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebox.h"

#include <QPushButton>

#include <optional>

namespace tandem {

namespace {

struct Seam {
    std::optional<bool> nextAnswer;
    QString lastText;
};

Seam &seam()
{
    static Seam instance;
    return instance;
}

} // namespace

void MessageBox::show(QWidget *parent, const Message &message, std::function<void(bool)> done)
{
    if (seam().nextAnswer.has_value()) {
        const bool answer = *seam().nextAnswer;
        seam().nextAnswer.reset();
        seam().lastText = message.text;
        if (done)
            done(answer);
        return;
    }

    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("messageBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(message.icon);
    box->setWindowTitle(message.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(message.text);
    box->setInformativeText(message.detail);
    QPushButton *accept = nullptr;
    if (message.acceptText.isEmpty()) {
        accept = box->addButton(QMessageBox::Ok);
    } else {
        accept = box->addButton(message.acceptText, QMessageBox::AcceptRole);
        QPushButton *cancel = box->addButton(QMessageBox::Cancel);
        // A warning is not to be agreed to by a stray Enter.
        box->setDefaultButton(message.icon == QMessageBox::Warning ? cancel : accept);
    }
    if (done) {
        QObject::connect(box, &QMessageBox::finished, parent ? parent : box,
                         [box, accept, done = std::move(done)] { done(box->clickedButton() == accept); });
    }
    box->open();
}

void MessageBox::setNextAnswer(bool accepted)
{
    seam().nextAnswer = accepted;
    seam().lastText.clear();
}

QString MessageBox::lastText()
{
    return seam().lastText;
}

} // namespace tandem
