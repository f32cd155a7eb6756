// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/savefiledialog.h"

#include <QFileDialog>
#include <QFileInfo>

#include <optional>
#include <utility>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<QString> &nextAnswer()
{
    static std::optional<QString> answer;
    return answer;
}

/** "csv" of "CSV table (*.csv)". */
QString suffixOf(const QString &filter)
{
    const qsizetype start = filter.lastIndexOf("*."_L1);
    const qsizetype end = filter.lastIndexOf(u')');
    return start < 0 || end < start ? QString() : filter.mid(start + 2, end - start - 2);
}

} // namespace

void SaveFileDialog::ask(QWidget *parent, const Question &question, std::function<void(const QString &)> done)
{
    if (nextAnswer()) {
        done(*std::exchange(nextAnswer(), std::nullopt));
        return;
    }
    const QFileInfo suggested(question.path);
    auto *dialog = new QFileDialog(parent, question.title, suggested.absolutePath());
    dialog->setObjectName(u"saveFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(question.filters);
    dialog->selectFile(suggested.fileName());
    const auto useSuffix = [dialog](const QString &filter) { dialog->setDefaultSuffix(suffixOf(filter)); };
    useSuffix(dialog->selectedNameFilter());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, useSuffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [done = std::move(done)](const QString &path) {
                         if (!path.isEmpty())
                             done(path);
                     });
    dialog->open();
}

void SaveFileDialog::setNextAnswer(const QString &path)
{
    nextAnswer() = path;
}

} // namespace tandem
