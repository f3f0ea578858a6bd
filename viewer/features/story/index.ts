export { StoryCard } from './StoryCard';
export { StoryDoors } from './StoryDoors';
export { StoryPlayer } from './StoryPlayer';
