// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/integrations/deleterecordsdialog.h"

#include "ui/integrations/integrationwords.h"
#include "ui/widgets/icons.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 520;

QLabel *paragraph(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DeleteRecordsDialog::DeleteRecordsDialog(const DeletionPlan &plan, QWidget *parent)
    : QDialog(parent)
    , m_total(plan.total)
    , m_typed(new QLineEdit(this))
{
    setObjectName(u"deleteRecordsDialog"_s);
    setWindowTitle(tr("Delete for Good"));
    const QLocale locale;

    auto *icon = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_MessageBoxIconSize, nullptr, this);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning, nullptr, this).pixmap(size, size));
    QLabel *heading =
        paragraph(u"deletionHeading"_s, tr("Delete %Ln record(s) for good?", nullptr, shownCount(m_total)), this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);

    auto *figures = new QGridLayout;
    figures->setContentsMargins(0, 0, 0, 0);
    figures->setHorizontalSpacing(8);
    figures->setVerticalSpacing(2);
    figures->setColumnStretch(2, 1);
    int row = 0;
    for (auto it = plan.counts.begin(); it != plan.counts.end(); ++it) {
        auto *kind = new QLabel(this);
        kind->setPixmap(kindIcon(it.key()).pixmap(QSize(16, 16), devicePixelRatioF()));
        auto *count = new QLabel(locale.toString(it.value()), this);
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figures->addWidget(kind, row, 0);
        figures->addWidget(count, row, 1);
        figures->addWidget(
            new QLabel(it.value() == 1 ? kindTitle(it.key()) : kindTitlePlural(it.key()), this), row, 2);
        ++row;
    }

    const QString psa = platformTitle(plan.platform);
    QStringList losses{
        tr("Their fields, links and history are removed from Tandem. There is no trash to take them "
           "out of again. Nothing is deleted in %1.")
            .arg(psa)};
    if (plan.counts.value(AssetKind::Organization) > 0)
        losses += tr("Configurations, contacts and locations of a deleted organization stay, without their "
                     "organization.");
    if (plan.waiting > 0)
        losses += tr("%Ln record(s) among them have edits that %1 never got; these edits are lost too.",
                     nullptr, shownCount(plan.waiting))
                      .arg(psa);
    QLabel *backup =
        paragraph(u"deletionBackup"_s,
                  tr("Before that, all of them are written to a backup file in %1. If it cannot be "
                     "written, nothing is deleted.")
                      .arg(QDir::toNativeSeparators(plan.folder)),
                  this);
    backup->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_typed->setObjectName(u"typedCountEdit"_s);
    m_typed->setMaximumWidth(120);
    m_typed->setAccessibleName(tr("The number of records, to confirm"));
    auto *typedLabel = new QLabel(tr("&Type %1 to confirm:").arg(QString::number(m_total)), this);
    typedLabel->setObjectName(u"typedCountLabel"_s);
    typedLabel->setBuddy(m_typed);
    auto *typedRow = new QHBoxLayout;
    typedRow->addWidget(typedLabel);
    typedRow->addWidget(m_typed);
    typedRow->addStretch(1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setObjectName(u"buttonBox"_s);
    m_delete = buttons->addButton(tr("&Delete for Good"), QDialogButtonBox::AcceptRole);
    m_delete->setObjectName(u"deleteForGoodButton"_s);
    m_delete->setIcon(actionIcon(u"delete"_s));
    m_delete->setEnabled(false);
    m_delete->setAutoDefault(false);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelDeletionButton"_s);
    // Enter does nothing before the count is right.
    cancel->setAutoDefault(false);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(heading);
    texts->addLayout(figures);
    for (const QString &loss : std::as_const(losses))
        texts->addWidget(paragraph(u"deletionLoss"_s, loss, this));
    texts->addWidget(backup);
    texts->addSpacing(4);
    texts->addLayout(typedRow);
    auto *body = new QHBoxLayout;
    body->setSpacing(16);
    body->addWidget(icon, 0, Qt::AlignTop);
    body->addLayout(texts, 1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addLayout(body);
    column->addWidget(buttons);

    connect(m_typed, &QLineEdit::textChanged, this, &DeleteRecordsDialog::takeTyped);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_typed->setFocus();
    // As high as the wrapped texts need, which a dialog does not find out by itself.
    setMinimumSize(leastWidth, column->totalHeightForWidth(leastWidth));
    resize(minimumSize());
}

DeleteRecordsDialog::~DeleteRecordsDialog() = default;

void DeleteRecordsDialog::takeTyped(const QString &text)
{
    // As it is written here, or as the list shows it, with separators.
    bool isNumber = false;
    const qint64 typed = QLocale().toLongLong(text.trimmed(), &isNumber);
    const bool isRight = (isNumber && typed == m_total) || text.trimmed() == QString::number(m_total);
    m_delete->setEnabled(isRight);
    m_delete->setDefault(isRight);
}

} // namespace tandem
