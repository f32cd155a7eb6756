// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importprofiles.h"

#include <QJsonDocument>
#include <QSettings>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString key = u"import/csvProfiles"_s;

} // namespace

ImportProfiles::ImportProfiles(QSettings &settings)
    : m_settings(settings)
{
}

QStringList ImportProfiles::names() const
{
    return m_settings.value(key).toMap().keys();
}

QJsonObject ImportProfiles::load(const QString &name) const
{
    return QJsonDocument::fromJson(m_settings.value(key).toMap().value(name).toByteArray()).object();
}

void ImportProfiles::save(const QString &name, const QJsonObject &mapping)
{
    QVariantMap all = m_settings.value(key).toMap();
    all.insert(name, QJsonDocument(mapping).toJson(QJsonDocument::Compact));
    m_settings.setValue(key, all);
}

void ImportProfiles::remove(const QString &name)
{
    QVariantMap all = m_settings.value(key).toMap();
    all.remove(name);
    m_settings.setValue(key, all);
}

QString ImportProfiles::matching(const QStringList &columns) const
{
    QStringList wanted = columns;
    wanted.sort();
    const QStringList all = names();
    for (const QString &name : all) {
        QStringList known = load(name).value("columns"_L1).toObject().keys();
        known.sort();
        if (known == wanted)
            return name;
    }
    return {};
}

} // namespace tandem
