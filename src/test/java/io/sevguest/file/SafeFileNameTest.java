package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeFileNameTest {
    @Test
    void keepsWhatEveryShellAndFileSystemTakes() {
        assertThat(SafeFileName.of("db-1.prod_2")).isEqualTo("db-1.prod_2");
        assertThat(SafeFileName.of("../a b/ü\n")).isEqualTo("..-a-b---");
        assertThat(SafeFileName.of("")).isEmpty();
    }
}
