// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/importprofiles.h"

#include <QStringList>
#include <QWizardPage>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;

namespace tandem {

class ImportSession;
struct CsvMapping;

/** Step 2: what kind of records they are, what each column becomes, and what happens to records that are here
 * already. */
class CsvMappingPage final : public QWizardPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvMappingPage)
public:
    explicit CsvMappingPage(ImportSession &session, QWidget *parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    void showMapping(const CsvMapping &mapping);
    void showProfiles(const QString &current);
    void takeKind();
    void takeProfile();
    void saveProfile();
    void takeMapping();
    void showProblem();

    ImportSession &m_session;
    ImportProfiles m_profiles;
    QComboBox *m_kind;
    QComboBox *m_profile;
    QTableWidget *m_columns;
    QComboBox *m_onMatch;
    QComboBox *m_dates;
    QCheckBox *m_createsNew;
    QCheckBox *m_blankErases;
    QLabel *m_problem;
    QStringList m_shownColumns; ///< of the file that the page shows
    bool m_isShowing = false;
};

} // namespace tandem
