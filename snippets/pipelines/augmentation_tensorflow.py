import numpy as np
import tensorflow as tf

# pixel values tell the image, the row and the column
images = tf.reshape(tf.range(200.0 * 8 * 8), (200, 8, 8, 1))


def window(image, top, left, flip):
    image = tf.image.crop_to_bounding_box(image, top, left, 6, 6)
    return tf.image.flip_left_right(image) if flip else image


def epoch(number, **options):
    def augment(index, image):
        seed = tf.stack([number, index])
        crop_seed, flip_seed = tf.unstack(tf.random.split(seed))
        image = tf.image.stateless_random_crop(
            image, (6, 6, 1), seed=crop_seed
        )
        return tf.image.stateless_random_flip_left_right(
            image, seed=flip_seed
        )

    dataset = tf.data.Dataset.from_tensor_slices(images)
    dataset = dataset.enumerate().map(augment, **options).batch(50)
    return np.concatenate(list(dataset))[..., 0]


crops = epoch(0, synchronous=True)
flipped = crops[:, 0, 0] > crops[:, 0, 5]
upright = np.where(flipped[:, None, None], crops[..., ::-1], crops)
starts = upright[:, 0, 0]
pattern = 8 * np.arange(6)[:, None] + np.arange(6)
intact = bool((upright - starts[:, None, None] == pattern).all())
positions = len(set((starts % 64).tolist()))
flipped_share = float(flipped.mean())
in_parallel = epoch(0, num_parallel_calls=2)
same_with_workers = bool((crops == in_parallel).all())
epochs_equal = bool((crops == epoch(1)).all())
windows = [window(images[7], 2, 1, f)[..., 0] for f in (False, True)]
print(windows[1][:2].numpy())
print("windows of the image:", intact, "places:", positions)
print(f"flipped: {flipped_share:.2f}")
print("same in parallel:", same_with_workers)
print("same in the next epoch:", epochs_equal)
