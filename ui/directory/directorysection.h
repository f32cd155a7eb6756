// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/directory.h"

#include <QWidget>

class QLabel;

namespace tandem {

/** "Active Directory" of a contact (rule H4): what its directory says of the account, read-only. */
class DirectorySection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DirectorySection)
public:
    explicit DirectorySection(QWidget *parent = nullptr);

    void setFacts(const DirectoryFacts &facts);

private:
    QLabel *addRow(const QString &name, const QString &title);

    QLabel *m_directory;
    QLabel *m_account;
    QLabel *m_status;
    QLabel *m_lastLogon;
    QLabel *m_passwordSet;
    QLabel *m_passwordExpires;
};

} // namespace tandem
