package com.example.weiban;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** The rows of a list, page by page. Fails rather than losing rows silently. */
final class Pages<T> implements Iterator<T> {
    /** One page. The last three are null where the answer of the list does not say them. */
    static final class Page<T> {
        final List<T> rows;
        final Long total;
        final Boolean more;
        final Object next;

        Page(List<T> rows, Long total, Boolean more, Object next) {
            this.rows = rows == null ? Collections.emptyList() : rows;
            this.total = total;
            this.more = more;
            this.next = next;
        }
    }

    private enum Kind {
        OFFSET,
        NUMBER,
        CURSOR
    }

    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT = 500;

    private final Kind kind;
    private final Function<Object, Page<T>> ask;
    private final LongConsumer sleep;
    private Object at;
    /** The rows up to here; null in the middle of a list whose position does not tell them. */
    private Long count;
    private boolean isTotalTrusted = true;
    private boolean isOver;
    private List<T> last = Collections.emptyList();
    private Iterator<T> rows = Collections.emptyIterator();

    private Pages(Kind kind, Object start, Long count, Function<Object, Page<T>> ask, LongConsumer sleep) {
        this.kind = kind;
        this.at = start;
        this.count = count;
        this.ask = ask;
        this.sleep = sleep;
    }

    /** A list with {@code offset}. {@code sleep} waits for some milliseconds. */
    static <T> Pages<T> byOffset(long start, LongFunction<Page<T>> ask, LongConsumer sleep) {
        return new Pages<>(Kind.OFFSET, start, start, at -> ask.apply((Long) at), sleep);
    }

    /** A list with {@code page_no}, from 1. */
    static <T> Pages<T> byNumber(long start, LongFunction<Page<T>> ask, LongConsumer sleep) {
        return new Pages<>(Kind.NUMBER, start, start == 1 ? 0L : null, at -> ask.apply((Long) at), sleep);
    }

    /** A list with the position of the last row; null at the beginning. */
    static <T> Pages<T> byCursor(Object start, Function<Object, Page<T>> ask, LongConsumer sleep) {
        return new Pages<>(Kind.CURSOR, start, start == null ? 0L : null, ask, sleep);
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && !isOver) turn();
        return rows.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        return rows.next();
    }

    private void turn() {
        Page<T> page = read();
        if (!page.rows.isEmpty() && page.rows.equals(last)) {
            // A list that ignores its offset gives everything at once, again and again.
            if (saysMore(page)) throw new IllegalStateException("同一页返回了两次；从 " + at + " 继续");
            isOver = true;
            return;
        }
        last = page.rows;
        rows = page.rows.iterator();
        count(page);
        isOver = page.rows.isEmpty() || (tells(page) && !saysMore(page));
        if (kind == Kind.CURSOR) at = page.next;
        else at = (Long) at + (kind == Kind.NUMBER ? 1 : page.rows.size());
    }

    /** Asks again for an empty page that must have rows. */
    private Page<T> read() {
        for (int attempt = 1; ; attempt++) {
            Page<T> page = ask.apply(at);
            if (!page.rows.isEmpty() || !saysMore(page)) return page;
            if (attempt == ATTEMPTS) throw new IllegalStateException("应有数据的一页为空；从 " + at + " 继续");
            sleep.accept(FIRST_WAIT << (attempt - 1));
        }
    }

    private void count(Page<T> page) {
        if (count != null) count += page.rows.size();
        // A total below the number of rows received cannot be true.
        if (count != null && page.total != null && page.total < count) isTotalTrusted = false;
    }

    private boolean isCounted(Page<T> page) {
        return isTotalTrusted && count != null && page.total != null;
    }

    /** Whether the answer tells if more rows follow; if not, only an empty page is the end. */
    private boolean tells(Page<T> page) {
        return kind == Kind.CURSOR || page.more != null || isCounted(page);
    }

    private boolean saysMore(Page<T> page) {
        if (kind == Kind.CURSOR) return !Boolean.FALSE.equals(page.more) && page.next != null;
        return page.more != null ? page.more : isCounted(page) && count < page.total;
    }
}
