package io.itinera.loadtests.chaos;

/**
 * What a scenario found, over all its runs.
 *
 * @param scenario its name
 * @param runs how many there were
 * @param events sent and accepted
 * @param lost people who should have got a mail and got none
 * @param repeated mails beyond the first to one person
 * @param repeatedWithTheSameId those of them that have the first one's Message-ID: sent again
 *     because the process was killed between the server's answer and the commit
 * @param toBuyers mails to people who had bought before they were due
 */
public record ChaosResult(
        String scenario,
        int runs,
        long events,
        long lost,
        long repeated,
        long repeatedWithTheSameId,
        long toBuyers) {

    ChaosResult plus(ChaosResult other) {
        return new ChaosResult(
                scenario,
                runs + other.runs,
                events + other.events,
                lost + other.lost,
                repeated + other.repeated,
                repeatedWithTheSameId + other.repeatedWithTheSameId,
                toBuyers + other.toBuyers);
    }

    /** Whether nobody was missed, and a second mail came only as the same one. */
    public boolean kept() {
        return lost == 0 && toBuyers == 0 && repeated == repeatedWithTheSameId;
    }
}
