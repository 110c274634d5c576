/*
 * Ballots that arrive together are recorded in one transaction.
 *
 * What waits is taken as a group. The group is committed, or it is not; the answer comes, or the
 * connection is lost and it is not known which. If the database refuses one ballot of the group, the
 * whole group is rolled back and each is tried alone. Deputies who are told that it is not known send
 * the same ballot again; the key of the table lets one ballot of each deputy in.
 *
 * Seeded bugs, each of which must be found:
 *   TOLD_BEFORE_COMMIT   ballots are acknowledged when the statement is sent
 *   KEPT_VERDICTS        after the rollback only the refused ballot is tried again
 *   NO_KEY               the ballot that is sent again is recorded again
 */
#define DEPUTIES 3
#define CHOKED 2            /* the deputy whose ballot the database refuses */
#define SENDINGS 2
#define LOSSES 2

mtype = { silent, sent, accepted, refused, unknown };

mtype told[DEPUTIES] = silent;
bool in_group[DEPUTIES];
byte recorded[DEPUTIES];
bool has_receipt[DEPUTIES];
bool was_refused[DEPUTIES];
byte losses;
byte at_the_end;

#define may_be_lost (losses < LOSSES)

inline put(deputy) {
#ifdef NO_KEY
    recorded[deputy]++
#else
    recorded[deputy] = 1
#endif
}

inline put_all() {
    d_step {
        if :: in_group[0] -> put(0) :: else fi;
        if :: in_group[1] -> put(1) :: else fi;
        if :: in_group[2] -> put(2) :: else fi
    }
}

inline tell_all(word) {
    d_step {
        told[0] = (in_group[0] -> word : told[0]);
        told[1] = (in_group[1] -> word : told[1]);
        told[2] = (in_group[2] -> word : told[2])
    }
}

active [DEPUTIES] proctype Deputy() {
    byte sendings;
    do
    :: told[_pid] == accepted -> has_receipt[_pid] = true; break
    :: told[_pid] == refused -> was_refused[_pid] = true; break
    :: (told[_pid] == silent || told[_pid] == unknown) && sendings < SENDINGS ->
        sendings++; told[_pid] = sent
    :: told[_pid] == unknown && sendings == SENDINGS -> break
    od;
    at_the_end++
}

active proctype Box() {
    byte i;
    bool chokes;
again:
end:
    atomic {
        (told[0] == sent || told[1] == sent || told[2] == sent);
        i = 0;
        do
        :: i < DEPUTIES -> in_group[i] = (told[i] == sent); i++
        :: else -> i = 0; break
        od;
        chokes = in_group[CHOKED]
    }
#ifdef TOLD_BEFORE_COMMIT
    tell_all(accepted);
#endif
    if
    :: chokes -> skip                                          /* rolled back */
    :: !chokes -> put_all(); goto answered                     /* committed */
    :: may_be_lost -> losses++; tell_all(unknown); goto again         /* lost before the commit */
    fi;
    goto one_by_one;

answered:
    if
    :: tell_all(accepted); goto again
    :: may_be_lost -> losses++; tell_all(unknown); goto again         /* lost after the commit */
    fi;

one_by_one:
#ifdef KEPT_VERDICTS
    in_group[CHOKED] = false;
    told[CHOKED] = refused;
    tell_all(accepted);
    goto again;
#endif
    i = 0;
    do
    :: i == DEPUTIES -> break
    :: i < DEPUTIES && !in_group[i] -> i++
    :: i < DEPUTIES && in_group[i] && i == CHOKED -> i++
    :: i < DEPUTIES && in_group[i] && i != CHOKED -> put(i); i++
    :: i < DEPUTIES && may_be_lost ->
        losses++; tell_all(unknown); goto again                       /* whoever was recorded asks again */
    od;
    if
    :: in_group[CHOKED] -> in_group[CHOKED] = false; told[CHOKED] = refused
    :: else
    fi;
    tell_all(accepted);
    goto again
}

active proctype Scrutineer() {
    byte i;
    at_the_end == DEPUTIES;
    do
    :: i < DEPUTIES ->
        assert(recorded[i] <= 1);                              /* not doubled */
        assert(!has_receipt[i] || recorded[i] == 1);           /* not lost */
        assert(!was_refused[i] || recorded[i] == 0);           /* refused is not recorded */
        i++
    :: else -> break
    od
}
