// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tandem {

/** Points in a program's life, counted from the moment they are armed, at which a fault may strike. */
enum class Point {
    Access, ///< before an access to the database
    Commit, ///< before a commit
    Committed, ///< after a commit, before the next access
};

/** What strikes there. */
enum class Strike {
    Fail, ///< this access fails as on a full disk
    FailOn, ///< it and all that follow: the disk stays full
    Kill, ///< the process is killed (SIGKILL)
};

[[nodiscard]] QString pointName(Point point);
[[nodiscard]] std::optional<Point> pointFromName(const QString &name);

/**
 * Lets the n-th point strike (1 is the next). Accesses of the main thread are not counted, since there a test
 * looks on. One at a time, made and ended while no engine runs.
 */
class AccessProbe final {
    Q_DISABLE_COPY_MOVE(AccessProbe)
public:
    AccessProbe(Point point, Strike strike, int n);
    ~AccessProbe();

    /** How many points have come by. */
    [[nodiscard]] static int count();
    /** The statement that was struck; empty when none was. */
    [[nodiscard]] static QString struck();
};

} // namespace tandem
