package io.larmor.kernel.bench;

/**
 * How to time code: warm up, find how many calls fill a round, run the rounds. Rounds that are long against the clock make
 * its resolution not matter; several of them show the spread.
 *
 * @param calls calls in a round; 0 finds as many as fill a share of the time
 * @param rounds how many rounds
 * @param seconds how long all rounds shall take together; one call is made in each round whatever it takes
 */
public record Bench(long calls, int rounds, double seconds) {

    /** Rounds that fill 2 seconds together. */
    public static final Bench STANDARD = new Bench(0, 20, 2);

    private static final int FEWEST_ROUNDS = 3;
    private static final double WARM_UP_SHARE = 0.25;

    public Bench {
        if (calls < 0) {
            throw new IllegalArgumentException("-n " + calls + ": the calls in a round must be 1 or more");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("-r " + rounds + ": at least 1 round is needed");
        }
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new IllegalArgumentException("-t " + seconds + ": the time must be between 0 and 3600 s");
        }
    }

    /** Runs the code; stops with whatever it throws. */
    public Timing time(Repeated code) throws Throwable {
        double warmUp = WARM_UP_SHARE * seconds;
        long made = 0;
        long batch = 1;
        long begin = System.nanoTime();
        double perCall;
        double spent;
        do {
            long start = System.nanoTime();
            code.run(batch);
            perCall = (System.nanoTime() - start) * 1e-9 / batch;
            made += batch;
            spent = (System.nanoTime() - begin) * 1e-9;
            // doubling reaches compiled code soon, and the last batch, the longest, is the one that counts
            batch = perCall * batch < warmUp / 4 ? 2 * batch : batch;
        } while (spent + perCall * batch < warmUp);
        double slot = seconds / rounds;
        long fill = calls > 0 ? calls : Math.max(1, Math.round(slot / Math.max(perCall, 1e-10)));
        // slow code shall not take many times the stated time, only because there are many rounds
        int affordable = (int) Math.max(FEWEST_ROUNDS, seconds / Math.max(perCall * fill, 1e-9));
        double[] times = new double[calls > 0 ? rounds : Math.min(rounds, affordable)];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            code.run(fill);
            times[i] = (System.nanoTime() - start) * 1e-9 / fill;
        }
        return new Timing(times, fill, made);
    }
}
