"""A bot on aiogram's finite state machine, as its guide shows one.

With `RedisStorage` where the environment names a server for its state, in memory where it names
none.
"""

import asyncio
import os

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.journey import API, GROUPS, STATE, TOKEN
from benchmarks.peers import wording

router = Router()


class AskForHelp(StatesGroup):
    """The questions, in their order."""

    kind = State()
    words = State()
    when = State()
    where = State()
    size = State()
    payment = State()
    preview = State()


def keyboard(labels: tuple[str, ...]) -> InlineKeyboardMarkup:
    """Return a button for each label, and the controls in the last row."""
    rows = [
        [InlineKeyboardButton(text=label, callback_data=str(number))]
        for number, label in enumerate(labels)
    ]
    rows.append(
        [InlineKeyboardButton(text=label, callback_data=label) for label in wording.CONTROLS]
    )
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def ask(query: CallbackQuery, text: str, labels: tuple[str, ...]) -> None:
    """Answer the tap and ask the next question."""
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.answer(text, reply_markup=keyboard(labels))


@router.message(CommandStart())
async def start(message: Message) -> None:
    await message.answer(wording.WELCOME)


@router.message(Command("ask"))
async def begin(message: Message, state: FSMContext) -> None:
    await state.clear()
    await state.set_state(AskForHelp.kind)
    await message.answer(wording.ASK_KIND, reply_markup=keyboard(wording.KINDS))


@router.callback_query(AskForHelp.kind, F.data)
async def kind_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(kind=wording.KINDS[int(query.data or "")])
    await state.set_state(AskForHelp.words)
    await ask(query, wording.ASK_WORDS, ("Skip",))


@router.message(AskForHelp.words, F.text)
async def words_written(message: Message, state: FSMContext) -> None:
    await state.update_data(words=message.text)
    await state.set_state(AskForHelp.when)
    await message.answer(wording.ASK_WHEN, reply_markup=keyboard(wording.TIMES))


@router.callback_query(AskForHelp.when, F.data)
async def time_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(when=wording.TIMES[int(query.data or "")])
    await state.set_state(AskForHelp.where)
    await ask(query, wording.ASK_WHERE, wording.PLACES)


@router.callback_query(AskForHelp.where, F.data)
async def place_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(where=wording.PLACES[int(query.data or "")])
    await state.set_state(AskForHelp.size)
    await ask(query, wording.ASK_SIZE, wording.SIZES)


@router.callback_query(AskForHelp.size, F.data == wording.BACK)
async def back_to_where(query: CallbackQuery, state: FSMContext) -> None:
    await state.set_state(AskForHelp.where)
    await ask(query, wording.ASK_WHERE, wording.PLACES)


@router.callback_query(AskForHelp.size, F.data)
async def size_chosen(query: CallbackQuery, state: FSMContext) -> None:
    await state.update_data(size=wording.SIZES[int(query.data or "")])
    await state.set_state(AskForHelp.payment)
    await ask(query, wording.ASK_PAYMENT, wording.PAYMENTS)


@router.callback_query(AskForHelp.payment, F.data)
async def payment_chosen(query: CallbackQuery, state: FSMContext) -> None:
    data = await state.update_data(payment=wording.PAYMENTS[int(query.data or "")])
    await state.set_state(AskForHelp.preview)
    await ask(query, wording.preview(**data), (wording.SEND,))


@router.callback_query(AskForHelp.preview, F.data)
async def confirmed(query: CallbackQuery, state: FSMContext, bot: Bot, groups: list[int]) -> None:
    data = await state.get_data()
    await state.clear()
    await query.answer()
    if isinstance(query.message, Message):
        await query.message.answer(wording.sent(data["when"]))
    del data["words"]
    button = InlineKeyboardButton(text=wording.CLAIM, callback_data="claim")
    await bot.send_message(
        groups[wording.PLACES.index(data["where"])],
        wording.card(**data),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )


def storage() -> BaseStorage:
    """Return where the state is kept."""
    server = os.environ.get(STATE)
    if server is None:
        return MemoryStorage()
    # Imported only by the bot that needs it: it counts in its start and its size.
    from aiogram.fsm.storage.redis import RedisStorage  # noqa: PLC0415 - see above

    return RedisStorage.from_url(server)


async def main() -> None:
    """Poll until the process is ended."""
    api = TelegramAPIServer.from_base(os.environ[API])
    bot = Bot(token=os.environ[TOKEN], session=AiohttpSession(api=api))
    dispatcher = Dispatcher(storage=storage())
    dispatcher.include_router(router)
    groups = [int(group) for group in os.environ[GROUPS].split(",")]
    await dispatcher.start_polling(bot, groups=groups)


if __name__ == "__main__":
    asyncio.run(main())
