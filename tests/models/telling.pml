/*
 * From an act to its effect in another service: outbox, relay, stream, inbox.
 *
 * The act and its fact are one commit. The relay publishes what is not marked as told, and marks it
 * when the stream has acknowledged it. The stream keeps what it acknowledged and delivers it, in any
 * order and as often as it likes, until the hearer has acknowledged it. The hearer commits the inbox,
 * the place of the case and the effect together. Whoever acts, tells or hears may be killed at any
 * step, so many times in all; what was not committed is gone, and it begins again.
 *
 * Seeded bugs, each of which must be found:
 *   MARKED_FIRST   the relay marks a fact as told before it publishes it
 *   NO_INBOX       the hearer does not look whether it has heard the fact before
 *   NO_ORDER       the hearer takes in a fact before the one that came before it
 */
#define FACTS 3
#define KILLS 4
#define COPIES 3   /* beyond this the stream knows the message by its id */

bool committed[FACTS];
bool marked[FACTS];
byte waiting[FACTS];        /* copies in the stream that are not acknowledged by the hearer */
bool heard[FACTS];          /* the inbox */
byte effects[FACTS];
byte place;                 /* up to here the case was heard */
byte kills;

#define may_be_killed (kills < KILLS)
#define to_tell(fact) (committed[fact] && !marked[fact])

active proctype Act() {
    byte next;
    do
    :: next == FACTS -> break
    :: next < FACTS && may_be_killed -> kills++    /* nothing was committed: it is asked again */
    :: next < FACTS -> atomic { committed[next] = true; next++ }
    od
}

active proctype Relay() {
    byte fact;
again:
end:
    /* The oldest fact that is not marked. */
    atomic {
        if
        :: to_tell(0) -> fact = 0
        :: to_tell(1) && !to_tell(0) -> fact = 1
        :: to_tell(2) && !to_tell(0) && !to_tell(1) -> fact = 2
        fi
    }
#ifdef MARKED_FIRST
    marked[fact] = true;
#endif
    if
    :: may_be_killed -> kills++; goto again        /* before the stream had it */
    :: true
    fi;
    atomic {
        if
        :: waiting[fact] < COPIES -> waiting[fact]++
        :: else
        fi
    }
    if
    :: may_be_killed -> kills++; goto again        /* before the acknowledgement was noted */
    :: true
    fi;
    marked[fact] = true;
    goto again
}

active proctype Hearer() {
    byte fact;
    bool known;
again:
end:
    atomic {
        if
        :: waiting[0] > 0 -> fact = 0
        :: waiting[1] > 0 -> fact = 1
        :: waiting[2] > 0 -> fact = 2
        fi
    }
    known = heard[fact];
#ifdef NO_INBOX
    known = false;
#endif
#ifndef NO_ORDER
    if
    :: !known && fact > place -> goto again        /* early: it comes again */
    :: else
    fi;
#endif
    if
    :: may_be_killed -> kills++; goto again        /* before the commit: nothing has changed */
    :: true
    fi;
    atomic {
        if
        :: known
        :: else ->
            assert(effects[fact] == 0);
            assert(fact == 0 || effects[fact - 1] == 1);
            heard[fact] = true;
            effects[fact]++;
            place = (fact + 1 > place -> fact + 1 : place)
        fi
    }
    if
    :: may_be_killed -> kills++; goto again        /* before the acknowledgement: it comes again */
    :: true
    fi;
    waiting[fact]--;
    goto again
}

/* When nothing can go on any more, every fact has had its effect. */
active proctype Scrutineer() {
    timeout;
    assert(effects[0] == 1 && effects[1] == 1 && effects[2] == 1)
}
