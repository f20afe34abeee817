package dev.hypergraph4j.runtime;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Timeout;

/** Tests that fail instead of hanging when a run never ends. How long a run takes is not what they look at. */
@Retention(RetentionPolicy.RUNTIME)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@interface EndsInTime {}
