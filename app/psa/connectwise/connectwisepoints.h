// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contactpoint.h"
#include "core/result.h"
#include "rules/remoterecord.h"

#include <QJsonArray>
#include <QJsonObject>

/**
 * Emails, phones and faxes of a contact, which ConnectWise keeps as communications of three kinds, each with a default
 * of its own. Our phones hold phones and faxes; the primary one is the default phone, or the default fax when no phone
 * is a default.
 */
namespace tandem::connectwise {

/** A row of `communicationTypes`. */
struct CommunicationType {
    qint64 id = 0;
    QString name;
    bool isEmail = false;
    bool isPhone = false;
    bool isFax = false;
    bool isDefault = false;
};

[[nodiscard]] CommunicationType communicationTypeFrom(const QJsonObject &row);

/** The emails, or the phones and faxes, among `communicationItems`, in the shape of `RemoteValues`. */
[[nodiscard]] QJsonArray emailsIn(const QJsonArray &items);
[[nodiscard]] QJsonArray phonesIn(const QJsonArray &items);

/** What of "emails" and "phones" the values or changes hold, as `communicationItems` of a new contact. */
[[nodiscard]] Result<QJsonArray> communicationItems(const RemoteValues &values, const QList<CommunicationType> &types);

/** One call to `contacts/{id}/communications`. */
struct CommunicationCall {
    enum class Kind : quint8 {
        Change, ///< PATCH of `itemId` with `patch`
        Add,    ///< POST of `body`
        Remove, ///< DELETE of `itemId`
    };
    Kind kind = Kind::Add;
    QString field; ///< "emails" or "phones"
    qint64 itemId = 0;
    QJsonArray patch = {};
    QJsonObject body = {};
};

/**
 * The fewest calls that make the items of a contact what the changes ask for; lists that are not among the changes stay.
 * Removals come last, so that a failure in between loses nothing, and running it again on a fresh read goes on where it
 * stopped. A default is only ever set: the server takes it from the former one of the same kind.
 */
[[nodiscard]] Result<QList<CommunicationCall>> planCommunications(const QJsonArray &items, const RemoteValues &changes,
                                                                  const QList<CommunicationType> &types);

/** Whether every label in the values is the name of a type, so that the list of types is fresh enough. */
[[nodiscard]] bool knowsLabels(const RemoteValues &values, const QList<CommunicationType> &types);

} // namespace tandem::connectwise
