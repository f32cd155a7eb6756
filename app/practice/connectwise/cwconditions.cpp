// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/connectwise/cwconditions.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace tandem::practicecw {

namespace {

struct Token {
    enum class Kind { Word, Text, Number, Moment, Symbol, End };
    Kind kind = Kind::End;
    QString text;

    [[nodiscard]] bool is(QLatin1StringView symbol) const
    {
        return kind == Kind::Symbol && text == symbol;
    }
    [[nodiscard]] bool isWord(QLatin1StringView word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'/' || c == u'.';
}

tl::expected<std::vector<Token>, QString> tokens(const QString &text)
{
    std::vector<Token> found;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c.isSpace()) {
            ++at;
            continue;
        }
        if (isWordStart(c)) {
            const qsizetype begin = at;
            while (at < text.size() && isWordPart(text.at(at)))
                ++at;
            found.push_back({Token::Kind::Word, text.sliced(begin, at - begin)});
        } else if (c.isDigit() || (c == u'-' && at + 1 < text.size() && text.at(at + 1).isDigit())) {
            const qsizetype begin = at++;
            while (at < text.size() && (text.at(at).isDigit() || text.at(at) == u'.'))
                ++at;
            found.push_back({Token::Kind::Number, text.sliced(begin, at - begin)});
        } else if (c == u'"' || c == u'\'') {
            // A backslash or a second quote makes the quote part of the text; other backslashes are text.
            QString value;
            ++at;
            bool closed = false;
            while (at < text.size()) {
                const QChar here = text.at(at);
                const bool quoteFollows = at + 1 < text.size() && text.at(at + 1) == c;
                if ((here == u'\\' || here == c) && quoteFollows) {
                    value += c;
                    at += 2;
                } else if (here == c) {
                    closed = true;
                    ++at;
                    break;
                } else {
                    value += here;
                    ++at;
                }
            }
            if (!closed)
                return tl::unexpected(u"A string in the condition is not closed."_s);
            found.push_back({Token::Kind::Text, value});
        } else if (c == u'[') {
            const qsizetype end = text.indexOf(u']', at);
            if (end < 0)
                return tl::unexpected(u"A date in the condition is not closed."_s);
            found.push_back({Token::Kind::Moment, text.sliced(at + 1, end - at - 1)});
            at = end + 1;
        } else {
            const QString two = text.mid(at, 2);
            if (two == "<="_L1 || two == ">="_L1 || two == "!="_L1) {
                found.push_back({Token::Kind::Symbol, two});
                at += 2;
            } else if (u"=<>(),"_s.contains(c)) {
                found.push_back({Token::Kind::Symbol, QString(c)});
                ++at;
            } else {
                return tl::unexpected(
                    u"The condition has an unexpected character '%1' at position %2."_s.arg(c).arg(at + 1));
            }
        }
    }
    found.push_back({});
    return found;
}

// `[[]` is how a client writes a bracket that is meant literally.
QString withPlainBrackets(QString text)
{
    return text.replace("[[]"_L1, "["_L1);
}

QRegularExpression likePattern(const QString &text)
{
    QString pattern;
    for (const QChar c : withPlainBrackets(text)) {
        if (c == u'%' || c == u'*')
            pattern += ".*"_L1;
        else
            pattern += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::DotMatchesEverythingOption);
}

std::optional<qint64> momentOf(const QString &text, const QDateTime &today)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return QDateTime(today.date(), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    QDateTime moment = QDateTime::fromString(QString(trimmed).replace(u' ', u'T'), Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toSecsSinceEpoch();
}

bool isChoice(const char *choices, const QString &text)
{
    return QString::fromLatin1(choices).split(u'|').contains(text, Qt::CaseInsensitive);
}

class Parser final {
public:
    Parser(std::vector<Token> tokens, const PathResolver &resolve, const QDateTime &today)
        : m_tokens(std::move(tokens))
        , m_resolve(resolve)
        , m_today(today)
    {
    }

    tl::expected<Condition, QString> parse()
    {
        std::optional<Condition> condition = either();
        if (condition && peek().kind != Token::Kind::End)
            complain(
                u"The condition cannot be read after '%1'."_s.arg(m_tokens.at(m_at ? m_at - 1 : 0).text));
        if (!condition || !m_error.isEmpty())
            return tl::unexpected(m_error);
        return *std::move(condition);
    }

private:
    const Token &peek() const
    {
        return m_tokens.at(m_at);
    }

    Token take()
    {
        const Token token = m_tokens.at(m_at);
        if (m_at + 1 < m_tokens.size())
            ++m_at;
        return token;
    }

    std::nullopt_t complain(const QString &error)
    {
        if (m_error.isEmpty())
            m_error = error;
        return std::nullopt;
    }

    std::optional<Condition> either()
    {
        return list("or"_L1, Condition::Kind::Or, [this] { return both(); });
    }

    std::optional<Condition> both()
    {
        return list("and"_L1, Condition::Kind::And, [this] { return single(); });
    }

    template<typename Part>
    std::optional<Condition> list(QLatin1StringView word, Condition::Kind kind, Part part)
    {
        std::optional<Condition> first = part();
        if (!first || !peek().isWord(word))
            return first;
        Condition whole{kind};
        whole.children.push_back(*std::move(first));
        while (peek().isWord(word)) {
            take();
            std::optional<Condition> next = part();
            if (!next)
                return std::nullopt;
            whole.children.push_back(*std::move(next));
        }
        return whole;
    }

    std::optional<Condition> single()
    {
        // Nesting is bounded so that a hostile query cannot exhaust the stack.
        if (++m_depth > 200)
            return complain(u"The condition is nested too deeply."_s);
        std::optional<Condition> condition;
        if (peek().is("("_L1)) {
            take();
            condition = either();
            if (condition && !take().is(")"_L1))
                condition = complain(u"The condition lacks a closing parenthesis."_s);
        } else if (peek().isWord("not"_L1)) {
            take();
            std::optional<Condition> inner = single();
            if (inner) {
                condition = Condition{Condition::Kind::Not};
                condition->children.push_back(*std::move(inner));
            }
        } else {
            condition = comparison();
        }
        --m_depth;
        return condition;
    }

    std::optional<Condition> comparison()
    {
        const Token name = take();
        if (name.kind != Token::Kind::Word)
            return complain(u"The condition needs a field name before '%1'."_s.arg(name.text));
        const std::optional<ConditionPath> path = m_resolve(name.text);
        if (!path)
            return complain(unknownNameMessage(name.text));

        Condition condition{Condition::Kind::Compare};
        condition.path = *path;
        if (peek().isWord("not"_L1)) {
            take();
            condition.negated = true;
        }
        const Token op = take();
        if (op.isWord("contains"_L1))
            condition.op = Operator::Contains;
        else if (op.isWord("like"_L1))
            condition.op = Operator::Like;
        else if (op.isWord("in"_L1))
            return membership(std::move(condition));
        else if (condition.negated)
            return complain(u"'not' needs contains, like or in after it."_s);
        else if (op.is("="_L1))
            condition.op = Operator::Equal;
        else if (op.is("!="_L1))
            condition.op = Operator::NotEqual;
        else if (op.is("<"_L1))
            condition.op = Operator::Less;
        else if (op.is("<="_L1))
            condition.op = Operator::LessOrEqual;
        else if (op.is(">"_L1))
            condition.op = Operator::Greater;
        else if (op.is(">="_L1))
            condition.op = Operator::GreaterOrEqual;
        else
            return complain(u"'%1' is not a recognized operator."_s.arg(op.text));
        if (!takeOperand(condition))
            return std::nullopt;
        return condition;
    }

    std::optional<Condition> membership(Condition condition)
    {
        condition.op = Operator::In;
        if (!take().is("("_L1))
            return complain(u"'in' needs a list in parentheses."_s);
        while (true) {
            if (!takeOperand(condition))
                return std::nullopt;
            const Token separator = take();
            if (separator.is(")"_L1))
                return condition;
            if (!separator.is(","_L1))
                return complain(u"The list after 'in' is not closed."_s);
        }
    }

    bool takeOperand(Condition &condition)
    {
        const Token token = take();
        Operand operand;
        if (token.isWord("null"_L1)) {
            condition.operands.push_back(operand);
            return true;
        }
        const bool isText = condition.op == Operator::Contains || condition.op == Operator::Like;
        const ConditionPath &path = condition.path;
        bool fits = token.kind != Token::Kind::End && token.kind != Token::Kind::Symbol;
        switch (isText ? ConditionPath::Kind::Text : path.kind) {
        case ConditionPath::Kind::Text:
            fits = fits && (token.kind == Token::Kind::Text || token.kind == Token::Kind::Number);
            operand.text = withPlainBrackets(token.text);
            operand.value = operand.text.toUtf8();
            if (fits && path.choices && !isText && !isChoice(path.choices, token.text)) {
                complain(u"Enum value supplied was invalid"_s);
                return false;
            }
            break;
        case ConditionPath::Kind::Any:
            operand.text = token.text;
            operand.value = operand.text.toUtf8();
            break;
        case ConditionPath::Kind::Integer: {
            bool isNumber = false;
            operand.value = token.text.toLongLong(&isNumber);
            fits = fits && isNumber;
            break;
        }
        case ConditionPath::Kind::Number: {
            bool isNumber = false;
            operand.value = token.text.toDouble(&isNumber);
            fits = fits && isNumber;
            break;
        }
        case ConditionPath::Kind::Boolean: {
            const bool isTrue =
                token.text.compare("true"_L1, Qt::CaseInsensitive) == 0 || token.text == "1"_L1;
            const bool isFalse =
                token.text.compare("false"_L1, Qt::CaseInsensitive) == 0 || token.text == "0"_L1;
            operand.value = isTrue;
            fits = fits && (isTrue || isFalse);
            break;
        }
        case ConditionPath::Kind::Moment: {
            const std::optional<qint64> moment = momentOf(token.text, m_today);
            fits = token.kind == Token::Kind::Moment && moment;
            operand.value = moment.value_or(0);
            break;
        }
        }
        if (!fits) {
            complain(u"The value '%1' cannot be compared with this field."_s.arg(token.text));
            return false;
        }
        if (condition.op == Operator::Like)
            operand.pattern = likePattern(token.text);
        condition.operands.push_back(std::move(operand));
        return true;
    }

    const std::vector<Token> m_tokens;
    const PathResolver &m_resolve;
    const QDateTime m_today;
    QString m_error;
    size_t m_at = 0;
    int m_depth = 0;
};

QString textOf(const FieldValue &value)
{
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return QString::fromUtf8(*bytes);
    if (const auto *number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto *real = std::get_if<double>(&value))
        return QString::number(*real, 'g', 15);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"true"_s : u"false"_s;
    return {};
}

// Negative, zero or positive; both sides are of the same kind unless the path's kind is Any.
int compared(const FieldValue &value, const Operand &operand)
{
    if (const auto *integer = std::get_if<qint64>(&operand.value)) {
        const qint64 mine = std::get<qint64>(value);
        return mine < *integer ? -1 : mine > *integer;
    }
    if (const auto *flag = std::get_if<bool>(&operand.value))
        return int(std::get<bool>(value)) - int(*flag);
    if (const auto *real = std::get_if<double>(&operand.value)) {
        const double mine = std::get<double>(value);
        return mine < *real ? -1 : mine > *real;
    }
    return textOf(value).compare(operand.text, Qt::CaseInsensitive);
}

bool matches(Operator op, const FieldValue &value, const Operand &operand)
{
    const bool isNull = value.index() == 0;
    if (operand.value.index() == 0)
        return op == Operator::NotEqual ? !isNull : isNull;
    if (isNull)
        return false;
    switch (op) {
    case Operator::Contains:
        return textOf(value).contains(operand.text, Qt::CaseInsensitive);
    case Operator::Like:
        return operand.pattern.match(textOf(value)).hasMatch();
    case Operator::Equal:
    case Operator::In:
        return compared(value, operand) == 0;
    case Operator::NotEqual:
        return compared(value, operand) != 0;
    case Operator::Less:
        return compared(value, operand) < 0;
    case Operator::LessOrEqual:
        return compared(value, operand) <= 0;
    case Operator::Greater:
        return compared(value, operand) > 0;
    case Operator::GreaterOrEqual:
        return compared(value, operand) >= 0;
    }
    return false;
}

} // namespace

QString unknownNameMessage(const QString &name)
{
    return u"%1 is not a recognized name."_s.arg(name);
}

tl::expected<Condition, QString> parseCondition(const QString &text, const PathResolver &resolve,
                                                const QDateTime &today)
{
    if (text.trimmed().isEmpty())
        return Condition{};
    tl::expected<std::vector<Token>, QString> found = tokens(text);
    if (!found)
        return tl::unexpected(found.error());
    return Parser(*std::move(found), resolve, today).parse();
}

bool isSatisfied(const Condition &condition, const ValueReader &read)
{
    const auto holds = [&](const Condition &child) { return isSatisfied(child, read); };
    switch (condition.kind) {
    case Condition::Kind::And:
        return std::all_of(condition.children.cbegin(), condition.children.cend(), holds);
    case Condition::Kind::Or:
        return std::any_of(condition.children.cbegin(), condition.children.cend(), holds);
    case Condition::Kind::Not:
        return !holds(condition.children.front());
    case Condition::Kind::Compare:
        break;
    }
    const FieldValue value = read(condition.path);
    if (condition.negated && value.index() == 0)
        return false;
    const bool matched =
        std::any_of(condition.operands.cbegin(), condition.operands.cend(),
                    [&](const Operand &operand) { return matches(condition.op, value, operand); });
    return matched != condition.negated;
}

} // namespace tandem::practicecw
