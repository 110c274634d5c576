/*
 * Closing a vote while ballots are cast.
 *
 * Casting shares the advisory lock of the vote, closing holds it alone. Both look only in a statement
 * after the one that was granted the lock: under READ COMMITTED a statement sees what was committed
 * when it began. The chair and the clock may both close. Any of them may die at any step; then the
 * transaction is rolled back and its locks are free. A deputy who has no answer sends the same again.
 *
 * Seeded bugs, each of which must be found:
 *   KEY_SHARE        ballot and closer lock the row of the vote in modes that do not conflict
 *   SNAPSHOT_FIRST   the closer counts what was committed before it was granted the lock
 *   STALE_BALLOT     the ballot looks at the vote before it is granted the lock
 */
/* The proof is also made with VOTERS=3 and TRIES=2. */
#ifndef VOTERS
#define VOTERS 4
#define CLOSERS 2
#define TRIES 1
#endif

bool recorded[VOTERS];      /* the ballot is committed */
bool acknowledged[VOTERS];  /* the deputy has the receipt */
bool is_closed;             /* the result is committed */
byte result;
byte closings;
byte casting;               /* who shares the lock */
bool closing;               /* whether somebody holds it alone */
bool killed;                /* a closer was, once */
byte at_the_end;            /* how many processes are done */

inline lock_to_cast() {
#ifdef KEY_SHARE
    atomic { tries++; casting++ }
#else
    atomic { !closing -> tries++; casting++ }
#endif
}

inline lock_to_close() {
#ifdef KEY_SHARE
    atomic { !closing -> closing = true }
#else
    atomic { !closing && casting == 0 -> closing = true }
#endif
}

inline count_ballots() {
    d_step {
        counted = 0;
        place = 0;
        do
        :: place < VOTERS -> counted = counted + recorded[place]; place++
        :: else -> place = 0; break
        od
    }
}

active [VOTERS] proctype Deputy() {
    byte tries;
    bool seen_closed;

send:
#ifdef STALE_BALLOT
    seen_closed = is_closed;
#endif
    lock_to_cast();
#ifndef STALE_BALLOT
    seen_closed = is_closed;
#endif
    if
    :: atomic { recorded[_pid] -> casting--; goto receipt }                /* asked for again */
    :: atomic { !recorded[_pid] && seen_closed -> casting--; goto done }   /* refused */
    :: atomic { !recorded[_pid] && !seen_closed -> casting--; goto again } /* killed */
    :: atomic { !recorded[_pid] && !seen_closed -> recorded[_pid] = true; casting--;
            if
            :: goto receipt
            :: goto again                                                  /* the answer is lost */
            fi }
    fi;
again:
    atomic {
        seen_closed = false;
        if
        :: tries < TRIES -> goto send
        :: tries == TRIES -> goto done
        fi
    }
receipt:
    atomic { acknowledged[_pid] = true; goto done }
done:
    atomic { tries = 0; seen_closed = false; at_the_end++ }
}

active [CLOSERS] proctype Closer() {
    byte counted, place;

    do
    :: true ->
#ifdef SNAPSHOT_FIRST
        count_ballots();
#endif
        lock_to_close();
#ifndef SNAPSHOT_FIRST
        count_ballots();
#endif
        if
        :: atomic { is_closed -> closing = false }                            /* another has */
            break
        :: atomic { !is_closed && !killed -> killed = true; closing = false; counted = 0 }
        :: atomic { !is_closed -> result = counted; is_closed = true; closings++; closing = false }
            break
        fi
    od;
    atomic { counted = 0; place = 0; at_the_end++ }
}

active proctype Scrutineer() {
    byte counted, place;

    at_the_end == VOTERS + CLOSERS;
    count_ballots();
    assert(is_closed && closings == 1);
    assert(result == counted);                     /* accepted is counted, and nothing else is */
    place = 0;
    do
    :: place < VOTERS -> assert(!acknowledged[place] || recorded[place]); place++
    :: else -> break
    od
}
