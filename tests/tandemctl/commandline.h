// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/practiceprocess.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace tandem {

/** How a command ended and what it printed. */
struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;

    /** The JSON objects on stdout, one a line; a line that is none fails the running test. */
    [[nodiscard]] QList<QJsonObject> lines() const;
    /** The last one, which most commands answer with. */
    [[nodiscard]] QJsonObject last() const;
    /** The object of `{"error":…}`; empty when there is none. */
    [[nodiscard]] QJsonObject error() const;
    /** Everything, for a failing test's output. */
    [[nodiscard]] QByteArray all() const;
};

/** Runs tandemctl on a profile of its own, without a keychain, so that credentials go into the profile's
 * vault. */
class CommandLine final {
    Q_DISABLE_COPY_MOVE(CommandLine)
public:
    CommandLine();

    [[nodiscard]] QString profile() const;
    void setEnvironment(const QString &name, const QString &value);

    /** With `--data PROFILE` in front. */
    Ran run(const QStringList &words, const QByteArray &input = {});
    /** With `--json` as well. */
    Ran json(const QStringList &words, const QByteArray &input = {});
    /** Exactly these words. */
    Ran bare(const QStringList &words, const QByteArray &input = {});
    /** Started and left running; ends with the object. */
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words);

    /** `integration add` of the practice PSA, everything pulled, two-way on. */
    void connectTwoWay(const PracticeProcess &practice, const QString &name = QStringLiteral("Main"));
    /** Id of the only record of that name. */
    [[nodiscard]] QString find(const QString &kind, const QString &name);
    [[nodiscard]] QJsonObject record(const QString &kind, const QString &id);
    [[nodiscard]] QString state(const QString &kind, const QString &id);

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

[[nodiscard]] QByteArray credentialsOf(const PracticeProcess &practice);

} // namespace tandem
