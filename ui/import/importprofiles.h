// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

class QSettings;

namespace tandem {

/** Column mappings that a person saved under a name, in the settings of the profile. */
class ImportProfiles final {
public:
    explicit ImportProfiles(QSettings &settings);

    [[nodiscard]] QStringList names() const;
    /** As `csvMappingToJson` made it; empty when there is none. */
    [[nodiscard]] QJsonObject load(const QString &name) const;
    void save(const QString &name, const QJsonObject &mapping);
    void remove(const QString &name);
    /** The one that was made for a file of these columns; empty when there is none. */
    [[nodiscard]] QString matching(const QStringList &columns) const;

private:
    QSettings &m_settings;
};

} // namespace tandem
