// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/schedule.h"

#include <array>

namespace tandem {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Habit {
    const char *name;
    int weight; ///< how often, relative to the others
};

/** In the order of the kinds. */
constexpr std::array habits {
    Habit {"save-here", 30},   Habit {"create-here", 18}, Habit {"remove-here", 1},   Habit {"change-there", 16},
    Habit {"create-there", 4}, Habit {"remove-there", 3}, Habit {"twin-there", 3},    Habit {"push", 34},
    Habit {"sync", 10},        Habit {"sync-full", 5},    Habit {"sync-one", 2},      Habit {"pass", 20},
    Habit {"pass-long", 4},    Habit {"fault", 32},       Habit {"disk-full", 3},     Habit {"kill", 8},
    Habit {"restart", 2},      Habit {"pause", 1},        Habit {"resume", 1},        Habit {"policy", 3},
    Habit {"tick", 3},         Habit {"disable", 2},      Habit {"enable", 2},        Habit {"decide", 2},
    Habit {"retry-now", 2}};
static_assert(habits.size() == size_t(Step::Kind::Count));

constexpr int allWeights()
{
    int sum = 0;
    for (const Habit &habit : habits)
        sum += habit.weight;
    return sum;
}

/** SplitMix64 */
class Dice final {
public:
    explicit Dice(quint64 seed)
        : m_state(seed * 0x2545f4914f6cdd1d + 1)
    {
    }
    int below(int limit)
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return int((z ^ (z >> 31)) % quint64(limit));
    }

private:
    quint64 m_state;
};

} // namespace

QString stepText(const Step &step)
{
    return u"%1 %2 %3 %4"_s.arg(QLatin1StringView(habits.at(size_t(step.kind)).name))
        .arg(step.a)
        .arg(step.b)
        .arg(step.c);
}

QList<Step> scheduleOf(quint32 seed)
{
    Dice dice(seed);
    QList<Step> steps;
    const int count = 4 + dice.below(14);
    for (int i = 0; i < count; ++i) {
        int at = dice.below(allWeights());
        size_t kind = 0;
        while (at >= habits.at(kind).weight)
            at -= habits.at(kind++).weight;
        steps.append({Step::Kind(kind), dice.below(1000), dice.below(1000), dice.below(1000)});
    }
    return steps;
}

} // namespace tandem
