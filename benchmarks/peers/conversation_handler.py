"""A bot on python-telegram-bot's ConversationHandler, as its examples show one.

With `PicklePersistence` where the environment names a file for its state, in memory alone where it
names none.
"""

import os
import warnings

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from benchmarks.journey import API, GROUPS, STATE, TOKEN
from benchmarks.peers import wording

KIND, WORDS, WHEN, WHERE, SIZE, PAYMENT, PREVIEW = range(7)

Context = ContextTypes.DEFAULT_TYPE


def keyboard(labels: tuple[str, ...]) -> InlineKeyboardMarkup:
    """Return a button for each label, and the controls in the last row."""
    rows = [
        [InlineKeyboardButton(label, callback_data=str(number))]
        for number, label in enumerate(labels)
    ]
    rows.append([InlineKeyboardButton(label, callback_data=label) for label in wording.CONTROLS])
    return InlineKeyboardMarkup(rows)


def message_in(update: Update) -> Message:
    """Return the message that an update carries, or the one whose button was tapped."""
    message = update.effective_message
    assert message is not None
    return message


async def keep_choice(
    update: Update, context: Context, name: str, labels: tuple[str, ...]
) -> dict[str, str]:
    """Answer the tap, keep what was chosen, and return all that was said."""
    query = update.callback_query
    assert query is not None
    assert context.user_data is not None
    await query.answer()
    said: dict[str, str] = context.user_data
    said[name] = labels[int(query.data or "")]
    return said


async def start(update: Update, context: Context) -> None:
    await message_in(update).reply_text(wording.WELCOME)


async def begin(update: Update, context: Context) -> int:
    assert context.user_data is not None
    context.user_data.clear()
    await message_in(update).reply_text(wording.ASK_KIND, reply_markup=keyboard(wording.KINDS))
    return KIND


async def kind_chosen(update: Update, context: Context) -> int:
    await keep_choice(update, context, "kind", wording.KINDS)
    await message_in(update).reply_text(wording.ASK_WORDS, reply_markup=keyboard(("Skip",)))
    return WORDS


async def words_written(update: Update, context: Context) -> int:
    assert context.user_data is not None
    message = message_in(update)
    context.user_data["words"] = message.text
    await message.reply_text(wording.ASK_WHEN, reply_markup=keyboard(wording.TIMES))
    return WHEN


async def time_chosen(update: Update, context: Context) -> int:
    await keep_choice(update, context, "when", wording.TIMES)
    await message_in(update).reply_text(wording.ASK_WHERE, reply_markup=keyboard(wording.PLACES))
    return WHERE


async def place_chosen(update: Update, context: Context) -> int:
    await keep_choice(update, context, "where", wording.PLACES)
    await message_in(update).reply_text(wording.ASK_SIZE, reply_markup=keyboard(wording.SIZES))
    return SIZE


async def back_to_where(update: Update, context: Context) -> int:
    query = update.callback_query
    assert query is not None
    await query.answer()
    await message_in(update).reply_text(wording.ASK_WHERE, reply_markup=keyboard(wording.PLACES))
    return WHERE


async def size_chosen(update: Update, context: Context) -> int:
    await keep_choice(update, context, "size", wording.SIZES)
    await message_in(update).reply_text(
        wording.ASK_PAYMENT, reply_markup=keyboard(wording.PAYMENTS)
    )
    return PAYMENT


async def payment_chosen(update: Update, context: Context) -> int:
    said = await keep_choice(update, context, "payment", wording.PAYMENTS)
    await message_in(update).reply_text(
        wording.preview(**said), reply_markup=keyboard((wording.SEND,))
    )
    return PREVIEW


async def confirmed(update: Update, context: Context) -> int:
    query = update.callback_query
    assert query is not None
    assert context.user_data is not None
    await query.answer()
    said = dict(context.user_data)
    context.user_data.clear()
    await message_in(update).reply_text(wording.sent(said["when"]))
    del said["words"]
    groups = os.environ[GROUPS].split(",")
    button = InlineKeyboardButton(wording.CLAIM, callback_data="claim")
    await context.bot.send_message(
        int(groups[wording.PLACES.index(said["where"])]),
        wording.card(**said),
        reply_markup=InlineKeyboardMarkup([[button]]),
    )
    return ConversationHandler.END


def main() -> None:
    """Poll until the process is ended."""
    # The library's own examples come with this warning, which is about keyboards that may be used
    # out of their turn.
    warnings.filterwarnings("ignore", message=".*per_message=False", category=PTBUserWarning)
    state = os.environ.get(STATE)
    builder = Application.builder().token(os.environ[TOKEN]).base_url(f"{os.environ[API]}/bot")
    if state is not None:
        builder = builder.persistence(PicklePersistence(filepath=state))
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("ask", begin)],
            states={
                KIND: [CallbackQueryHandler(kind_chosen)],
                WORDS: [MessageHandler(filters.TEXT & ~filters.COMMAND, words_written)],
                WHEN: [CallbackQueryHandler(time_chosen)],
                WHERE: [CallbackQueryHandler(place_chosen)],
                SIZE: [
                    CallbackQueryHandler(back_to_where, pattern=f"^{wording.BACK}$"),
                    CallbackQueryHandler(size_chosen),
                ],
                PAYMENT: [CallbackQueryHandler(payment_chosen)],
                PREVIEW: [CallbackQueryHandler(confirmed)],
            },
            fallbacks=[CommandHandler("ask", begin)],
            name="ask" if state is not None else None,
            persistent=state is not None,
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
