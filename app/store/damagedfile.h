// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QTemporaryDir>
#include <QVariantList>

#include <functional>

namespace tandem {

/**
 * A database file that SQLite would not open, read with SQLite all the same. The work is done in a copy
 * beside the original, which is only read: what its log (-wal) holds is brought in, then page 1 is replaced
 * by one with an empty schema, and each tree of pages, or each page, that is to be read is declared as a
 * table of its own. Formats: https://www.sqlite.org/fileformat2.html
 */
class DamagedFile final {
    Q_DISABLE_COPY_MOVE(DamagedFile)
public:
    /** One row as it lies in the file. */
    struct Row {
        qint64 id = 0; ///< 0 where the table has no ids
        QVariantList values; ///< as many as the row has; those that could not be read are null
        QList<int> unreadable; ///< their places
    };
    using Visitor = std::function<void(const Row &)>;
    /** Answers whether the rows of a page are wanted, by the types of its first row, as SQLite's typeof()
     * names them. */
    using Chooser = std::function<bool(const QStringList &types)>;

    explicit DamagedFile(const QString &path);
    ~DamagedFile();

    /** Call it first. */
    [[nodiscard]] Result<void> open();
    /** 0 when the header that told it is lost. */
    [[nodiscard]] int schemaVersion() const;
    /** Whether there is a root for a table or an index of that name. */
    [[nodiscard]] bool hasTree(const QString &name) const;

    /** The rows that can be reached from the root of a table or an index; answers whether these are all. */
    [[nodiscard]] Result<bool> readTree(const QString &name, bool hasIds, const Visitor &visit);
    /**
     * The rows of all pages that hold rows (with ids) or entries (without) and are in use, whether they can
     * be reached or not. Rows of which only a part can be read are among them.
     */
    [[nodiscard]] Result<void> readPages(bool hasIds, const Chooser &isWanted, const Visitor &visit);

private:
    struct Tree {
        quint32 root = 0;
        bool hasIds = true;
    };

    Result<void> copy();
    Result<void> mergeLog();
    Result<void> isolate();
    Result<void> readRoots(bool isComplete);
    Result<void> findRoots();
    Result<QList<quint32>> usedPages(const QByteArray &types) const;

    Result<void> connect();
    void disconnect();
    Result<void> execute(const QString &sql, const QVariantList &values = {});
    Result<void> declare(const QList<Tree> &trees);
    bool readDeclared(const Tree &tree, const Visitor &visit);
    void readPageByRow(const Tree &tree, const Visitor &visit);
    [[nodiscard]] QStringList typesOf(const Tree &tree);

    const QString m_path;
    const QString m_connection;
    QTemporaryDir m_folder;
    QString m_work; ///< the copy
    qint64 m_pageSize = 0;
    qint64 m_pageCount = 0; ///< before any were added here
    int m_schemaVersion = 0;
    bool m_hasHeader = false; ///< page 1 is, or came back, as it was
    QHash<QString, quint32> m_roots;
    QList<quint32> m_freePages; ///< sorted
};

/** Whether Tandem's schema can be made out in a file; `false` for a missing one and for other programs'
 * files. */
[[nodiscard]] bool isOfTandem(const QString &path);

} // namespace tandem
