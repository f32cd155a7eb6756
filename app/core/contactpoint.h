// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace tandem {

/** One email address or phone number of a contact. */
struct ContactPoint {
    QString value;
    QString label;     ///< name of an email or phone type, such as "Work"; may be empty
    QString extension; ///< phones only
    bool isPrimary = false;

    bool operator==(const ContactPoint &) const = default;
};

/** Between the value of an Emails or Phones field and a list; entries without a value are dropped. */
[[nodiscard]] QList<ContactPoint> contactPointsFromJson(const QJsonArray &array);
[[nodiscard]] QJsonArray contactPointsToJson(const QList<ContactPoint> &points);
/** The first primary one stays, else the first becomes it: for a PSA that always has one. */
void keepOnePrimary(QList<ContactPoint> &points);
/** The primary one, else the first, else an empty string. */
[[nodiscard]] QString primaryContactPoint(const QJsonArray &array);

} // namespace tandem
