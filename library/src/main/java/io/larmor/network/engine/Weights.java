package io.larmor.network.engine;

import io.larmor.core.Seed;

/** How the weights of sums follow from what is trained. */
public interface Weights {

    /** Sums. */
    int outputs();

    /** Numbers that each sum runs over. */
    int inputs();

    /** The trained numbers behind the weights, without biases. */
    int parameters();

    /** What a bias is multiplied by when it joins the sum. */
    double biasScale();

    /** Draws initial parameters, then initial biases after them. */
    void initialize(Seed seed, float[] into, int at);

    /** The weights, outputs x inputs. */
    void matrix(float[] parameters, int at, float[] into);

    /** The derivatives by the parameters from those by the weights. */
    void gradient(float[] parameters, int at, float[] weightGradient, float[] gradient);

    /** The weights in double, plainly. */
    double[] matrix(double[] parameters, int at);

    /** The derivatives by the parameters in double, plainly, added. */
    void gradient(double[] parameters, int at, double[] weightGradient, double[] gradient);

    /** The standard deviation of a sum under noise, in the sum's unit. */
    double noise(Conditions conditions);

    /** What imperfections act on. */
    Tunable tunable();
}
